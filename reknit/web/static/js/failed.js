// A save that did not arrive says so, beside the form, and leaves the text where it is.
(() => {
  const said = () => document.querySelectorAll("[data-not-saved]");

  const say = (event) => {
    said().forEach((old) => old.remove());
    const form = event.target.closest?.("form");
    const note = document.createElement("div");
    note.dataset.notSaved = "";
    note.setAttribute("role", "alert");
    (form?.closest(".acts") || form || document.getElementById("notices"))?.append(note);
    note.append(document.getElementById("not-saved").content.cloneNode(true));
  };

  for (const fault of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(fault, say);
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) said().forEach((old) => old.remove());
  });
})();
