// A form is sent once, however often its button is pressed. Another try opens after an answer, a way back, or ten seconds.
(() => {
  const sent = new WeakSet();
  const free = (form) => {
    sent.delete(form);
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("method") !== "post" || "again" in form.dataset) return;
    if (sent.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sent.add(form);
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(free, 10000, form);
  }, true);

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form");
    if (form) free(form);
  });
  addEventListener("pageshow", () => [...document.forms].forEach(free));
})();
