// What a door code is, and how it opens its guest's card: conference/rules/door_code.py and
// conference/documents/door_list.py say the same.

const WRITTEN = /^(?:.*\/)?([A-Z2-7]{56})\/?$/s;
const DOMAIN = "le-dai door card 1\n";
const NONCE = 12;

// The code in what was scanned or typed, alone or at the end of an address; null if there is none.
export function readCode(text) {
  return WRITTEN.exec(text.trim().toUpperCase())?.[1] ?? null;
}

// A page that came without HTTPS has no Web Crypto: then no card can be opened.
export const canOpen = Boolean(globalThis.crypto?.subtle);

const bytes = (text) => new TextEncoder().encode(text);
const hash = (text) => crypto.subtle.digest("SHA-256", bytes(text));

export async function nameOf(code) {
  const digest = new Uint8Array(await hash(code));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function openCard(code, name, sealed) {
  const raw = Uint8Array.from(atob(sealed), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", await hash(DOMAIN + code), "AES-GCM", false, ["decrypt"]);
  const how = { name: "AES-GCM", iv: raw.subarray(0, NONCE), additionalData: bytes(name) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, raw.subarray(NONCE))));
}
