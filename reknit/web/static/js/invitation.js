// A link keeps its code after the #, where no server sees it: into the field, and out of the address bar.
(() => {
  const take = () => {
    const field = document.querySelector("input[data-invitation]");
    const code = decodeURIComponent(location.hash.slice(1));
    if (!field || !code) return;
    field.value = code;
    history.replaceState(null, "", location.pathname + location.search);
  };

  take();
  addEventListener("hashchange", take);
})();
