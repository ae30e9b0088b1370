// Whether a camera still gives pictures. An unplugged one ends, and its track says so; one that a call
// or another program takes only stands still.

const STILL_MS = 4000; // without a new picture it is frozen: the slowest camera gives several a second
const ASLEEP_MS = 1000; // between two looks the page itself stood still, as in a phone that was locked
const SPARSE = 1999; // a prime, so that columns, rows and colours take turns

export class Watch {
  constructor() {
    this.noise = 0;
    this.seen();
    this.looked = this.alive;
  }

  // A frame came onto the screen.
  seen() {
    this.alive = performance.now();
  }

  // Not every browser tells of frames, nor of those out of sight; but no two pictures are quite alike.
  picture(values) {
    const noise = noiseOf(values);
    if (noise !== this.noise) this.seen();
    this.noise = noise;
  }

  frozen() {
    const now = performance.now();
    if (document.hidden || now - this.looked > ASLEEP_MS) this.alive = now;
    this.looked = now;
    return now - this.alive > STILL_MS;
  }
}

// A few thousand of a picture's values, as one number.
function noiseOf(values) {
  let sum = 0;
  for (let n = 0; n < values.length; n += SPARSE) sum = (Math.imul(sum, 31) + values[n]) | 0;
  return sum;
}
