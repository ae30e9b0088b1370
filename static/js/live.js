// Live: one stream of pings for all tabs of a browser; a page draws its partial again when one of
// its documents has changed. Without a stream it asks now and then instead.

import { SILENT_MS, alive, fetched, lost, watch } from "./connection.js";

const url = document.body.dataset.liveUrl;
const POLL_MS = 5000;
const SOONEST_MS = 1000;
const LONGEST_MS = 30000;
const NAMES = "position heartbeat conference guest_list attendance contests introductions agenda speeches awards seating_plan run_sheet badges team";

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

// An element owes its drawing until the server has answered; what is owed is asked for again with
// each sign of life, and who owes it for too long is not as of now.
function drawn() {
  for (const element of waiting) {
    element.dataset.owed ??= String(performance.now());
    if (element.isConnected) window.htmx?.trigger(element, "live");
  }
  waiting.clear();
}

const owing = () => [...document.querySelectorAll("[data-owed]")];

document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!detail.successful || !detail.elt.matches?.("[data-live]")) return;
  delete detail.elt.dataset.owed;
  fetched();
});

function beat(at) {
  const owed = owing();
  for (const element of owed) waiting.add(element);
  if (owed.length) drawn();
  const longest = Math.min(...owed.map((one) => Number(one.dataset.owed)));
  if (performance.now() - longest > SILENT_MS) lost();
  else alive(owed.length ? {} : { at });
}

// A stream that begins tells no past pings: what came between the page and it is drawn as a whole.
function heard({ name, said }) {
  if (name === "lost") return lost();
  if (name === "heartbeat") return beat(said);
  const missed = Number(said) > Number(document.body.dataset.position ?? said);
  document.body.dataset.position = said;
  alive({ position: said });
  if (name !== "position") redraw(name);
  else if (missed) redraw(null);
}

// The stream of this browser. It is given up when it breaks or falls silent, and asked for again
// later and later, each tab at a moment of its own: a server that comes back is not run down.
class Stream {
  constructor(tell) {
    this.tell = tell;
    this.wait = SOONEST_MS;
    this.open();
    addEventListener("pagehide", () => this.source.close());
  }

  open() {
    this.later = null;
    const source = new EventSource(url);
    this.source = source;
    for (const name of NAMES.split(" ")) {
      source.addEventListener(name, (event) => {
        this.wait = SOONEST_MS;
        this.tell({ name, said: event.data });
      });
    }
    source.onerror = () => this.again();
  }

  again() {
    if (this.later) return;
    this.source.close();
    this.tell({ name: "lost" });
    // A refused stream is no refused page: ask for the pages meanwhile.
    setTimeout(() => redraw(null), POLL_MS);
    const jitter = 0.75 + Math.random() / 2;
    this.later = setTimeout(() => this.open(), this.wait * jitter);
    this.wait = Math.min(this.wait * 2, LONGEST_MS);
  }
}

// One tab holds the stream, the others hear of it: over HTTP/1.1 six streams block a browser.
function share() {
  const channel = new BroadcastChannel(url);
  channel.onmessage = ({ data }) => heard(data);
  navigator.locks.request(url, () => {
    const stream = new Stream((message) => {
      heard(message);
      channel.postMessage(message);
    });
    watch(() => stream.again());
    return new Promise(() => {});
  });
}

if (url) {
  watch(lost);
  if (navigator.locks && window.BroadcastChannel) share();
  else {
    const stream = new Stream(heard);
    watch(() => stream.again());
  }
}
