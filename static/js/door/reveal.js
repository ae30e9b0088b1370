// On a small screen nothing that matters stays beneath the figures, which stick to the bottom.

export function reveal(part) {
  const foot = document.querySelector(".door-foot").getBoundingClientRect();
  scrollBy(0, Math.max(0, part.getBoundingClientRect().bottom - foot.top));
}
