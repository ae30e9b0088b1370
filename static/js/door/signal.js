// What is heard and felt of a verdict: good is one high tone, wait two middle ones, stop three low.

const TONES = {
  good: { hertz: 880, beeps: 1, shake: [250] },
  wait: { hertz: 520, beeps: 2, shake: [120, 60, 120] },
  stop: { hertz: 230, beeps: 3, shake: [100, 50, 100, 50, 100] },
};
const BEEP_S = 0.12;
const GAIN = 0.2;

let sound = null;
let muted = false;

export function mute(on) {
  muted = on;
}

// Browsers let a page sound and shake only after somebody has touched it or pressed a key.
export function signal(tone) {
  const { hertz, beeps, shake } = TONES[tone];
  if (!navigator.userActivation?.hasBeenActive) return;
  navigator.vibrate?.(shake);
  if (muted) return;
  sound ??= new AudioContext();
  for (let beep = 0; beep < beeps; beep += 1) {
    const start = sound.currentTime + beep * BEEP_S * 1.5;
    const voice = sound.createOscillator();
    const volume = sound.createGain();
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(GAIN, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + BEEP_S);
    voice.connect(volume).connect(sound.destination);
    voice.start(start);
    voice.stop(start + BEEP_S);
  }
}
