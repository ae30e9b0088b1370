// The stage manager's screen and the tray table: presses are kept on the device like the moderator's,
// and so are door codes that a scanner types, the camera sees or a photo holds. The verdict lies apart
// from the rows, so that it stays while they are drawn anew.

import { listenForBursts } from "./door/burst.js";
import { hasCamera, readPhoto, startCamera } from "./door/camera.js";
import { readCode } from "./door/code.js";
import { signal } from "./door/signal.js";
import { add, begin } from "./presses.js";

const at = (id) => document.getElementById(id);
const form = at("wings-scan");
const SHOWN = 6; // letters of a code by which a scan that waits is told from the next

function scanned(text) {
  const token = readCode(text) ?? text.trim();
  if (!token) return;
  add({ url: form.getAttribute("action"), fields: { token }, words: `${form.dataset.words} …${token.slice(-SHOWN)}` });
}

// A new verdict is heard and felt, and moves, so that the same words twice are seen to be two.
function told() {
  const verdict = at("at-wings");
  if (!verdict?.dataset.made || verdict.dataset.made === told.made) return;
  told.made = verdict.dataset.made;
  signal(verdict.dataset.tone);
  verdict.classList.add("is-new");
}

function typed(event) {
  event.preventDefault();
  scanned(at("wings-token").value);
  at("wings-token").value = "";
}

const say = (what) => (at("wings-told").textContent = what ? at("wings-told").dataset[what] : "");

async function camera() {
  const video = at("wings-video");
  const off = () => {
    video.hidden = true;
    at("wings-camera").hidden = false;
  };
  video.hidden = false;
  at("wings-camera").hidden = true;
  try {
    await startCamera(video, scanned, () => {
      off();
      say("noCamera");
    });
    say(null);
  } catch {
    off();
    say("noCamera");
  }
}

async function photo({ target }) {
  const [file] = target.files;
  const text = file && (await readPhoto(file).catch(() => null));
  target.value = "";
  say(text || !file ? null : "noCode");
  if (text) scanned(text);
}

// A scanner's keys reach the page only while it has the focus: what no longer listens says so.
function ready() {
  const words = document.querySelector("[data-ready]");
  const paused = !document.hasFocus();
  words.textContent = paused ? words.dataset.paused : words.dataset.words;
  words.parentElement.classList.toggle("is-paused", paused);
}

begin({ ahead: () => undefined, back: () => undefined, standing: () => null });

if (form) {
  listenForBursts(scanned);
  form.addEventListener("submit", typed);
  at("wings-camera").hidden = !hasCamera();
  at("wings-photo-label").hidden = false;
  at("wings-camera").addEventListener("click", camera);
  at("wings-photo").addEventListener("change", photo);
  for (const event of ["focus", "blur"]) addEventListener(event, ready);
  ready();
  document.body.addEventListener("htmx:oobAfterSwap", told);
}
document.body.dataset.ready = "yes";
