// A press on its way to the server.

const panel = document.getElementById("presses");

// By htmx, whose answer is drawn as any other's: the page as it is now, and the sentence.
export async function told({ url, fields, key, at }) {
  let answer = { status: 0, text: "" };
  const whole = (xhr) => xhr.responseText || xhr.status === 401;
  const heard = ({ detail: { xhr } }) => whole(xhr) && (answer = { status: xhr.status, text: xhr.responseText });
  panel.addEventListener("htmx:afterRequest", heard, { once: true });
  const headers = { "Idempotency-Key": key, "Pressed-Ago": String(Math.max(0, Math.round((Date.now() - at) / 1000))) };
  const how = { source: panel, target: panel.dataset.target, swap: "morph:outerHTML", values: fields, headers };
  await htmx.ajax("POST", url, how).catch(() => {});
  panel.removeEventListener("htmx:afterRequest", heard);
  return answer;
}
