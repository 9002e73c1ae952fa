// Away: a blank page first, then the other site. By the button, or by Shift alone three times within five seconds.
(() => {
  const WITHIN = 5000;
  let alone = false;
  let presses = [];
  const button = () => document.querySelector("[data-away]");

  const forget = () => {
    alone = false;
    presses = [];
  };
  const say = (text) => {
    const aloud = document.getElementById("aloud");
    if (aloud) aloud.textContent = text;
  };
  const leave = () => {
    const blank = document.createElement("div");
    blank.className = "blank";
    document.body.append(blank);
    say(button().dataset.going);
    location.replace(button().href);
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-away]")) return;
    event.preventDefault();
    leave();
  });
  addEventListener("pointerdown", forget);
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) forget();
    else if (!event.repeat) alone = true;
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || !button()) return;
    alone = false;
    presses = [...presses.filter((at) => event.timeStamp - at < WITHIN), event.timeStamp];
    if (presses.length > 2) leave();
    else say(presses.length === 1 ? button().dataset.two : button().dataset.one);
  });
  addEventListener("pageshow", () => {
    forget();
    document.querySelectorAll(".blank").forEach((blank) => blank.remove());
  });
})();
