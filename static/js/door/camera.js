// The camera as a scanner; where the page may not use it, a photo from the file dialog.

import { readCode } from "./code.js";
import { Watch } from "./watch.js";

const READER = "/static/vendor/zxing-reader.js";
const COMPILED = "/static/vendor/zxing-reader.wasm";
const WANTED = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
const BETWEEN_MS = 60; // between two frames that are read: the reader takes 14 ms, the page the rest
const SAME_MS = 2500; // a code that stays in the frame is one scan
const LOOSELY = { formats: ["QRCode"], maxNumberOfSymbols: 1 };

// The reader could not be fetched; another try may get it.
export class NoReader extends Error {}

let reader = null;

// The reader is fetched when a camera or a photo needs it, not before; where it failed, again with
// the next one: a page of a device that does not trust must not be reloaded.
function load() {
  reader ??= fetched().catch((error) => {
    reader = null;
    throw new NoReader("no reader", { cause: error });
  });
  return reader;
}

async function fetched() {
  if (!window.ZXingWASM) await script();
  await window.ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => COMPILED }, fireImmediately: true });
  return window.ZXingWASM;
}

function script() {
  return new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement("script"), { src: READER, onload: resolve });
    made.onerror = (event) => {
      made.remove();
      reject(event);
    };
    document.head.append(made);
  });
}

async function read(image) {
  const { readBarcodes } = await load();
  return (await readBarcodes(image, LOOSELY))[0]?.text ?? null;
}

export const readPhoto = (file) => read(file);

export const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

// Scan what `video` shows until `stop` of the answer is called, or the camera ends or freezes: then
// `lost` is told. Throws where there is no right to.
export async function startCamera(video, scanned, lost) {
  await load();
  const stream = await navigator.mediaDevices.getUserMedia({ video: WANTED });
  const [track] = stream.getVideoTracks();
  video.srcObject = stream;
  await video.play();
  const canvas = new OffscreenCanvas(1, 1);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  let running = true;
  let last = { text: "", at: 0 };
  let shownAt = null; // when the frame that is read came onto the screen, as far as a browser says
  const watch = new Watch();
  const note = (_, { presentationTime }) => {
    shownAt = presentationTime;
    if (!track.muted) watch.seen(); // of a camera that another program took a browser shows black
    if (running) video.requestVideoFrameCallback(note);
  };
  video.requestVideoFrameCallback?.(note);

  function stop() {
    running = false;
    track.stop();
    video.srcObject = null;
  }

  function gone() {
    if (!running) return;
    stop();
    lost();
  }

  async function frame() {
    if (!running) return;
    if (watch.frozen()) return gone();
    try {
      if (video.readyState >= 2 && !document.hidden) await look();
    } catch (error) {
      console.warn(error); // of this frame; the next one is read all the same
    }
    setTimeout(frame, BETWEEN_MS);
  }

  async function look() {
    Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
    pen.drawImage(video, 0, 0);
    const seen = shownAt ?? performance.now();
    const image = pen.getImageData(0, 0, canvas.width, canvas.height);
    watch.picture(image.data);
    const text = await read(image);
    const same = text === last.text && performance.now() - last.at < SAME_MS;
    if (text) last = { text, at: performance.now() };
    if (text && !same) await scanned(readCode(text) ?? text, seen);
  }
  track.addEventListener("ended", gone);
  frame();
  return { torch: torchOf(track), stop };
}

// A function that turns the lamp on or off; null where the camera has none.
function torchOf(track) {
  if (!track.getCapabilities?.().torch) return null;
  return (on) => track.applyConstraints({ advanced: [{ torch: on }] });
}
