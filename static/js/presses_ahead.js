// Where the programme stands once the presses that wait have been carried out, so that the main
// button goes on from there although the server has not heard of them yet.

const ITEM = /\/items\/([0-9a-f-]+)\/(take|passing|finish)$/;

export function standing(presses) {
  const lines = [...document.querySelectorAll("#day .day-line[id^=line-]")];
  const titles = new Map(lines.map((one) => [one.id.slice(5), one.dataset.title]));
  const waiting = lines.filter((one) => one.matches(".is-waiting")).map((one) => one.id.slice(5));
  let running = lines.find((one) => one.matches(".is-started"))?.id.slice(5) ?? null;
  for (const { url, fields } of presses) {
    const [, item, act] = url.match(ITEM) ?? [];
    if (!act) continue;
    running = { take: item, passing: fields.to, finish: null }[act];
    if (waiting.includes(running)) waiting.splice(waiting.indexOf(running), 1);
  }
  return { running, next: waiting[0] ?? null, titles };
}

// The step after those that wait, as its form would say it; null where none is left.
export function ahead(presses, { day, on, begin, finish }) {
  const { running, next, titles } = standing(presses);
  const to = titles.get(next) ?? "";
  if (running && next) return { url: `${day}/items/${running}/passing`, fields: { to: next }, words: `${on}: ${to}` };
  if (running) return { url: `${day}/items/${running}/finish`, fields: {}, words: `${finish}: ${titles.get(running)}` };
  return next ? { url: `${day}/items/${next}/take`, fields: {}, words: `${begin}: ${to}` } : null;
}
