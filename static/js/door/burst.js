// A USB or Bluetooth scanner types: many keys within an instant, wherever the focus is. Keys are
// read by their place as well, since a Vietnamese input method turns "AA" into "Â" and "DD" into "Đ".

import { readCode } from "./code.js";

const GAP_MS = 100; // between two keys of a scanner; a hand that types 56 letters pauses longer
const SLOW_MS = 500; // once an address has begun: a busy device or a weak radio holds keys back
const BEGUN = /\/\/|\/D\//i; // no hand starts so, and a code of which a part is missing is nobody's
const PAUSE_MS = 150; // after the last key of a scanner that sends no Enter
const BURST = 8; // keys by which it is no hand

export function listenForBursts(scanned) {
  let typed = [];
  let places = [];
  let last = 0;
  let field = null;
  let before = "";
  let timer = 0;

  const begun = () => BEGUN.test(typed.join("")) || BEGUN.test(places.join(""));
  const whole = () => readCode(typed.join("")) ?? readCode(places.join(""));

  function paused() {
    if (whole() || !begun()) finish(null);
  }

  function finish(event) {
    clearTimeout(timer);
    const text = typed.join("");
    const code = whole();
    const burst = typed.length >= BURST;
    typed = [];
    places = [];
    // A quick hand in a form is no scanner: only a code is taken out of its field again.
    if (!code && (!(burst && event) || field?.closest("dialog"))) return;
    event?.preventDefault();
    event?.stopImmediatePropagation();
    if (field) field.value = before;
    // A scanner that read something else is told so: else the last guest's verdict would stay.
    if (code) scanned(code);
    else if (!field?.dataset.search) scanned(text);
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.timeStamp - last > (begun() ? SLOW_MS : GAP_MS)) {
        typed = [];
        places = [];
        field = event.target.matches?.("input, textarea") ? event.target : null;
        before = field?.value ?? "";
      }
      if (event.key === "Enter" || event.key === "Tab") return finish(typed.length >= BURST ? event : null);
      if (event.key === "Shift") return;
      last = event.timeStamp;
      typed.push(event.key.length === 1 ? event.key : "");
      places.push(place(event.code));
      clearTimeout(timer);
      timer = setTimeout(paused, PAUSE_MS);
    },
    true,
  );
}

function place(code) {
  if (code === "Slash") return "/";
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).join("") || ".";
}
