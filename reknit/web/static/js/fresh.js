// A private page is never shown again from memory: the way back asks the server. A fault in a form is where the focus begins.
(() => {
  addEventListener("pageshow", (event) => {
    if (!event.persisted || !("private" in document.body.dataset)) return;
    document.documentElement.hidden = true;
    location.reload();
  });

  const toFault = (root) => root.querySelector('.form__faults, [aria-invalid="true"]')?.focus();
  toFault(document);
  document.addEventListener("htmx:load", (event) => toFault(event.target));
})();
