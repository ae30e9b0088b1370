// The hall by keyboard and without losing one's place: one seat is in the tab order, arrows walk
// from seat to seat, and choosing one draws its story beside the hall.

const seats = () => [...document.querySelectorAll("#hall a.seat")];
const place = (seat) => {
  const box = seat.querySelector("rect");
  return { x: Number(box.getAttribute("x")), y: Number(box.getAttribute("y")) };
};

function rove() {
  const all = seats();
  const kept = all.find((seat) => seat === document.activeElement);
  const first = kept ?? all.find((seat) => seat.classList.contains("is-chosen")) ?? all[0];
  for (const seat of all) seat.setAttribute("tabindex", seat === first ? "0" : "-1");
}

function choose(seat) {
  const address = seat.getAttribute("href").split("#")[0];
  history.replaceState(null, "", address);
  window.htmx.ajax("GET", location.pathname + address, { target: "#seating", swap: "morph:outerHTML" });
}

// How far a seat lies in the arrow's direction; sideways steps count more than those along it.
const STEPS = {
  ArrowLeft: (dx, dy) => (dx < 0 && dy === 0 ? -dx : Infinity),
  ArrowRight: (dx, dy) => (dx > 0 && dy === 0 ? dx : Infinity),
  ArrowUp: (dx, dy) => (dy < 0 ? -dy * 100 + Math.abs(dx) : Infinity),
  ArrowDown: (dx, dy) => (dy > 0 ? dy * 100 + Math.abs(dx) : Infinity),
};

function step(seat, key) {
  const here = place(seat);
  let best = null;
  let least = Infinity;
  for (const other of seats()) {
    const there = place(other);
    const far = STEPS[key](there.x - here.x, there.y - here.y);
    if (far < least) [best, least] = [other, far];
  }
  if (!best) return;
  seat.setAttribute("tabindex", "-1");
  best.setAttribute("tabindex", "0");
  best.focus();
}

document.addEventListener("click", (event) => {
  const seat = event.target.closest?.("#hall a.seat");
  if (!seat || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(seat);
});

document.addEventListener("keydown", (event) => {
  const seat = event.target.closest?.("#hall a.seat");
  if (!seat || !(event.key in STEPS)) return;
  event.preventDefault();
  step(seat, event.key);
});

document.body.addEventListener("htmx:afterSettle", rove);
rove();
