// A private page is never shown again from memory: the way back asks the server. No address stays in the browser's storage.
// A fault in a form is where the focus begins.
(() => {
  addEventListener("pageshow", (event) => {
    if (!event.persisted || !("private" in document.body.dataset)) return;
    document.documentElement.hidden = true;
    location.reload();
  });

  const forget = () => sessionStorage.removeItem("htmx-current-path-for-history");
  const toFault = (root) => root.querySelector('.form__faults, [aria-invalid="true"]')?.focus();
  forget();
  toFault(document);
  document.addEventListener("htmx:load", (event) => toFault(event.target));
  for (const moved of ["htmx:pushedIntoHistory", "htmx:replacedInHistory", "htmx:afterSettle"]) {
    document.addEventListener(moved, forget);
  }
})();
