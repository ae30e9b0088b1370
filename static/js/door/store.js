// What the device keeps, in IndexedDB: the sealed list, the entries that the server has not yet
// acknowledged, those that somebody has to look at, whom this device let in since the list was made,
// and a few values by name.

const TABLES = { list: "key", queue: "number", unsettled: "scan_id", seen: "guest", values: "name" };

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export async function openStore(name) {
  const opening = indexedDB.open(name, 2);
  opening.onupgradeneeded = () => {
    const known = opening.result.objectStoreNames;
    for (const [table, keyPath] of Object.entries(TABLES)) {
      if (!known.contains(table)) opening.result.createObjectStore(table, { keyPath });
    }
  };
  const database = await done(opening);
  // A page of a newer version may not wait for this one: here the next entry says that it is not kept.
  database.onversionchange = () => database.close();
  // Strict: a scan is on the disk before its verdict is shown, whatever becomes of the battery.
  const change = (tables, act) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(tables, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      act((table) => transaction.objectStore(table));
    });
  const read = (table) => database.transaction(table).objectStore(table);
  return {
    change,
    get: (table, key) => done(read(table).get(key)),
    all: (table, most) => done(read(table).getAll(null, most)),
    count: (table) => done(read(table).count()),
    value: async (name_) => (await done(read("values").get(name_)))?.value,
    keep: (name_, value) => change(["values"], (table) => table("values").put({ name: name_, value })),
  };
}
