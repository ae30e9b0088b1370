// Live: one stream of pings for all tabs of a browser; a page draws its partial again when one of
// its documents has changed. Without a stream it asks now and then instead.

const url = document.body.dataset.liveUrl;
const POLL_MS = 5000;
const LONGEST_MS = 30000;

const waiting = new Set();
const TOGETHER_MS = 15;

// One fact changes several documents, each with a ping of its own: draw once for all of them.
function redraw(document_) {
  if (!waiting.size) setTimeout(drawn, TOGETHER_MS);
  for (const element of document.querySelectorAll("[data-live]")) {
    const names = element.dataset.live.split(" ");
    if (document_ === null || names.includes(document_)) waiting.add(element);
  }
}

function drawn() {
  for (const element of waiting) if (element.isConnected) window.htmx?.trigger(element, "live");
  waiting.clear();
}

function reached(position) {
  document.body.dataset.connection = "up";
  const shown = document.querySelector("[data-position-shown]");
  if (shown && position) shown.textContent = position;
}

function lost() {
  const shown = document.querySelector("[data-position-shown]")?.textContent ?? "";
  const time = new Date().toLocaleTimeString("vi-VN");
  document.body.dataset.lost = `${time} · #${shown}`;
  document.body.dataset.connection = "lost";
}

// A stream that begins tells no past pings: what came between the page and it is drawn as a whole.
function heard(name, position, channel) {
  const missed = Number(position) > Number(document.body.dataset.position ?? position);
  document.body.dataset.position = position;
  reached(position);
  if (name !== "position") redraw(name);
  else if (missed) redraw(null);
  channel?.postMessage({ name, position });
}

function listen(channel, wait = 1000) {
  const stream = new EventSource(url);
  const names = "position conference guest_list attendance contests introductions agenda speeches awards seating_plan run_sheet badges team";
  for (const name of names.split(" ")) {
    stream.addEventListener(name, (event) => {
      wait = 1000;
      heard(name, event.data, channel);
    });
  }
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED) return lost();
    lost();
    // A refused stream never comes back by itself: ask for the pages meanwhile, and try again.
    setTimeout(() => redraw(null), POLL_MS);
    const jitter = 0.75 + Math.random() / 2;
    setTimeout(() => listen(channel, Math.min(wait * 2, LONGEST_MS)), wait * jitter);
  };
  addEventListener("pagehide", () => stream.close());
}

// One tab holds the stream, the others hear of it: over HTTP/1.1 six streams block a browser.
function share() {
  const channel = new BroadcastChannel(url);
  channel.onmessage = ({ data }) => {
    reached(data.position);
    if (data.name !== "position") redraw(data.name);
  };
  navigator.locks.request(url, () => {
    listen(channel);
    return new Promise(() => {});
  });
}

if (url) {
  if (navigator.locks && window.BroadcastChannel) share();
  else listen(null);
}
