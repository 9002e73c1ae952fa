// Beside a password field: a button that shows what is typed.
(() => {
  const attach = (input) => {
    if (input.dataset.reveal === "on") return;
    input.dataset.reveal = "on";
    const { show, hide } = document.getElementById("reveal-words").dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = show;
    button.setAttribute("aria-controls", input.id);
    button.addEventListener("click", () => {
      const hidden = input.type === "password";
      input.type = hidden ? "text" : "password";
      button.textContent = hidden ? hide : show;
    });
    const pair = document.createElement("div");
    pair.className = "reveal";
    input.replaceWith(pair);
    pair.append(input, button);
    input.form?.addEventListener("submit", () => (input.type = "password"));
  };

  const all = (root) => root.querySelectorAll("input[data-reveal]").forEach(attach);
  all(document);
  document.addEventListener("htmx:load", (event) => all(event.target));
})();
