// A folded list closes on Escape and on a click elsewhere, and gives the focus back.
(() => {
  const open = () => document.querySelectorAll("details[data-menu][open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => open().forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  }));
})();
