// The browser's time zone, put into the hidden field that asks for it.
(() => {
  const fill = (root) => root.querySelectorAll("input[data-zone]").forEach((field) => {
    field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  });
  fill(document);
  document.addEventListener("htmx:load", (event) => fill(event.target));
})();
