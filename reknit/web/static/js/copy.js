// A button that copies what stands in another place: <button hidden type="button" data-copy="id" data-done="Copied">.
(() => {
  if (!navigator.clipboard) return;
  const show = (root) => root.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
    const before = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = before), 3000);
  });
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.target));
})();
