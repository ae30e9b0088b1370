// The day's walker: where the programme stands once the presses that wait have been carried out, so that the main
// button goes on from there, and the one beside it back, although the server has not heard of them.

import { begin as beginPresses } from "./presses.js";

const ITEM = /\/items\/([0-9a-f-]+)\/(take|passing|finish)$/;

// The step that a press makes: what it begins and ends; null for what is no step.
function step({ url, fields }) {
  const [, item, act] = url.match(ITEM) ?? [];
  return { take: { started: item }, passing: { started: fields.to, finished: item }, finish: { finished: item } }[act] ?? null;
}

function standing(presses) {
  const lines = [...document.querySelectorAll("#day .day-line[id^=line-]")];
  const titles = new Map(lines.map((one) => [one.id.slice(5), one.dataset.title]));
  const waiting = new Set(lines.filter((one) => one.matches(".is-waiting")).map((one) => one.id.slice(5)));
  let running = lines.find((one) => one.matches(".is-started"))?.id.slice(5) ?? null;
  const steps = [];
  for (const press of presses) {
    const made = step(press);
    if (made) steps.push(made);
    else if (press.url.endsWith("/reversal")) steps.pop();
  }
  for (const { started, finished } of steps) {
    running = started ?? (finished === running ? null : running);
    waiting.delete(started);
  }
  const next = [...titles.keys()].find((id) => waiting.has(id)) ?? null;
  return { running, next, titles, steps };
}

// The step after those that wait, as its form would say it; null where none is left.
function ahead(presses, { screen: day, on, begin, finish }) {
  const { running, next, titles } = standing(presses);
  const to = titles.get(next) ?? "";
  if (running && next) return { url: `${day}/items/${running}/passing`, fields: { to: next }, words: `${on}: ${to}` };
  if (running) return { url: `${day}/items/${running}/finish`, fields: {}, words: `${finish}: ${titles.get(running)}` };
  return next ? { url: `${day}/items/${next}/take`, fields: {}, words: `${begin}: ${to}` } : null;
}

// What takes the last of the waiting steps back; null where none waits.
function back(presses, { screen: day, stepBack }) {
  const { steps, titles } = standing(presses);
  const last = steps.at(-1);
  if (!last) return null;
  return { url: `${day}/reversal`, fields: last, words: `${stepBack}: ${titles.get(last.started ?? last.finished)}` };
}

// What is on then, in words; null while nothing waits.
function shown(presses) {
  if (!presses.length) return null;
  const { running, titles } = standing(presses);
  return titles.get(running) ?? "";
}

beginPresses({ ahead, back, standing: shown });
