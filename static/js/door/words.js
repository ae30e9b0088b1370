// The page's sentences, written into it by the server in the language of who reads it.

const words = JSON.parse(document.getElementById("words").textContent);

export function say(name, facts = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? "");
}

export const clock = (iso, seconds = false) => {
  // An answer's time is in the conference's zone already; one of this device is its own.
  const local = iso?.endsWith("Z") ? new Date(iso).toLocaleTimeString("en-GB") : iso?.slice(11, 19);
  return local?.slice(0, seconds ? 8 : 5) ?? "–";
};

// Who it is, in the same order of what is known as on every page.
export function nameOf(card) {
  if (card.name) return [card.honorific, card.name].filter(Boolean).join(" ");
  if (card.post) return card.post;
  return card.of ? say("place", card) : card.group;
}

export function aboutOf(card) {
  const parts = [card.name && card.post, card.instead_of && say("instead", { name: card.instead_of }), card.body];
  if (nameOf(card) !== card.group) parts.push(card.group === "walk_in" ? say("walk_in") : card.group);
  if (card.code) parts.push(say("code", card));
  return parts.filter(Boolean).join(" · ");
}
