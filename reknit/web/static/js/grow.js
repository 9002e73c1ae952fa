// A text area grows with what is written, where the browser cannot do it by itself.
(() => {
  if (CSS.supports("field-sizing", "content")) return;

  const grow = (area) => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) grow(event.target);
  });
  document.querySelectorAll("textarea").forEach(grow);
  document.addEventListener("htmx:load", (event) => event.target.querySelectorAll("textarea").forEach(grow));
})();
