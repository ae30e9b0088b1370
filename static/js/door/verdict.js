// The verdict of the door: the same table as conference/rules/verdict.py, which the same file of
// cases holds to it (tests/vectors/verdicts.json, run by pytest and in the browser).

export function verdict({ genuine, here = true, revision = null, newest = 0, withdrawn = false, entered = false }) {
  if (!genuine) return "unknown";
  if (!here) return "other_conference";
  if (withdrawn) return "withdrawn";
  if (revision !== null && revision !== newest) return "replaced";
  return entered ? "already" : "admitted";
}
