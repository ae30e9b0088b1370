// The server as the door sees it: it answers in time, or it is away.

export class Away extends Error {}
export class Barred extends Error {}

const PATIENCE_MS = 2500;
const BACKLOG_MS = 30000;
// A device that was revoked, signed out or sent away; anything else passes.
const BARRED = new Set([401, 403, 404, 409]);

export class Server {
  constructor(base, token) {
    this.base = base;
    this.token = token;
  }

  async ask(path, patience, said = {}) {
    let response;
    try {
      const signal = AbortSignal.timeout(patience);
      response = await fetch(this.base + path, { cache: "no-store", signal, ...said });
      if (response.ok && !response.redirected) return await response.json();
    } catch {
      throw new Away();
    }
    if (response.redirected || BARRED.has(response.status)) throw new Barred(String(response.status));
    throw new Away(String(response.status));
  }

  async snapshot(since) {
    const found = await this.ask(since ? `/snapshot?since=${since}` : "/snapshot", BACKLOG_MS);
    this.token = found.csrf;
    return found;
  }

  search(wanted) {
    return this.ask(`/guests?q=${encodeURIComponent(wanted)}`, PATIENCE_MS);
  }

  post(said) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.token };
    const body = JSON.stringify({ ...said, sent_at: new Date().toISOString() });
    const patience = said.scans.length > 1 ? BACKLOG_MS : PATIENCE_MS;
    return this.ask("/check-ins", patience, { method: "POST", headers, body });
  }
}
