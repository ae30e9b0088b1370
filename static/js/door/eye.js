// The buttons beside the scanner: camera, lamp, photo from the file dialog, sound.

import { NoReader, hasCamera, readPhoto, startCamera } from "./camera.js";
import { mute, signal } from "./signal.js";
import { say } from "./words.js";

const at = (id) => document.getElementById(id);

// Answers what turns the camera on.
export function eyeWith(scanned, status) {
  let camera = null;
  // Who stands at the door looks at guests: that nothing is scanned any more is heard as well.
  function lost() {
    document.body.dataset.camera = "lost";
    at("camera-lost").textContent = say("camera_lost");
    at("torch").hidden = true;
    signal("wait");
  }
  async function turnOn() {
    try {
      camera = await startCamera(at("camera"), (text, seen) => scanned({ text, seen }), lost);
    } catch (error) {
      status.say(error instanceof NoReader ? "no_reader" : "no_camera");
      return;
    }
    document.body.dataset.camera = "on";
    at("camera-lost").textContent = "";
    at("torch").setAttribute("aria-pressed", "false");
    localStorage.setItem("door-camera", "on");
    at("torch").hidden = !camera.torch;
  }
  at("camera-on").hidden = !hasCamera();
  at("camera-on").addEventListener("click", turnOn);
  at("torch").addEventListener("click", ({ currentTarget }) => {
    const on = currentTarget.getAttribute("aria-pressed") !== "true";
    currentTarget.setAttribute("aria-pressed", String(on));
    camera.torch(on);
  });
  at("photo").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    try {
      const text = file && (await readPhoto(file));
      if (text) scanned({ text });
      else status.say("no_code");
    } catch (error) {
      status.say(error instanceof NoReader ? "no_reader" : "no_code");
    }
    target.value = "";
  });
  at("sound").addEventListener("click", ({ currentTarget }) => {
    const on = currentTarget.getAttribute("aria-pressed") !== "true";
    currentTarget.setAttribute("aria-pressed", String(on));
    mute(!on);
  });
  return turnOn;
}
