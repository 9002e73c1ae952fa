// What the house says after an act is read aloud too, and the focus is not lost when the page is exchanged.
(() => {
  const aloud = document.getElementById("aloud");

  const say = () => {
    const text = document.getElementById("notices")?.textContent.trim();
    aloud.textContent = "";
    if (!text) return;
    setTimeout(() => (aloud.textContent = text), 150);
    setTimeout(() => (aloud.textContent = ""), 5000);
  };

  say();
  document.addEventListener("htmx:afterSettle", () => {
    say();
    if (document.activeElement === document.body) document.getElementById("page")?.focus({ preventScroll: true });
  });
})();
