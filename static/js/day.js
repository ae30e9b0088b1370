// The day's screens: clocks that run between two drawings, and a presenter's remote that presses the
// one main button. Every figure comes from the server; here only the seconds since then are added.

const NEAR_S = 120;
let drawn = performance.now();
let seen = null;

// A closed conference's clock stands still; a rehearsal's may go faster.
function passed(day) {
  return day.hasAttribute("data-still") ? 0 : ((performance.now() - drawn) / 1000) * Number(day.dataset.speed ?? 1);
}
const two = (number) => String(number).padStart(2, "0");

function tick() {
  const day = document.querySelector("[data-now]");
  if (!day) return;
  if (day.dataset.now !== seen) {
    seen = day.dataset.now;
    drawn = performance.now();
  }
  const now = new Date(Date.parse(seen) + passed(day) * 1000);
  const zone = seen.match(/([+-]\d\d):?(\d\d)$/);
  const shift = zone ? Number(zone[1]) * 60 + Number(zone[2]) * Math.sign(Number(zone[1]) || 1) : 0;
  const local = new Date(now.getTime() + shift * 60000);
  for (const wall of day.querySelectorAll("[data-wall]")) {
    wall.textContent = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  }
  for (const timer of day.querySelectorAll("[data-left]")) {
    const left = Math.ceil(Number(timer.dataset.left) - passed(day));
    const over = left < 0;
    const whole = Math.abs(left);
    timer.textContent = `${over ? "+" : ""}${Math.floor(whole / 60)}:${two(whole % 60)}`;
    timer.dataset.state = over ? "over" : left < NEAR_S ? "near" : "fine";
  }
}

const ON = new Set([" ", "ArrowRight", "PageDown"]);
const BACK = new Set(["ArrowLeft", "PageUp"]);

document.addEventListener("keydown", (event) => {
  if (!(ON.has(event.key) || BACK.has(event.key)) || event.repeat) return;
  if (event.target.closest?.("input, select, textarea")) return;
  if (event.key === " " && event.target.closest?.("button, summary, a")) return;
  const button = document.querySelector(ON.has(event.key) ? "[data-remote]" : "[data-remote-back]");
  if (!button || button.getAttribute("aria-busy") === "true") return;
  event.preventDefault();
  button.click();
});

tick();
setInterval(tick, 250);
