// Saving: in the browser as one goes, to the file where the page is served, and as the canonical YAML.

const KEY = `diplo-events:${DATA.key}`;
let saved = "", version = DATA.serve?.version, saving = false, again = false;

/** What the page keeps in the browser: exact numbers as JSON. */
const snapshot = () => ({
  document: sortedJson({ ...STORE.document() }),
  drafts: [...STORE.now.drafts], settled: [...STORE.now.settled],
  recent: [...RECENT],
});

const keep = () => {
  try {
    localStorage.setItem(KEY, JSON.stringify(snapshot()));
    keepRejected();
    return true;
  } catch { return false; }
};

const REJECTED = `diplo-events:rejected:${DATA.text.sha256}`;
/** A draft by its id and passages: on a page made anew, the same id may be of another record. */
const draftMark = ({ id, spans }) => `${id} ${(spans || []).map(({ start, end }) => `${start}-${end}`)}`;
const givenDrafts = () => EVENT_TYPES.flatMap((type) => DATA.document[type] || []).filter(({ id }) => DATA.drafts.includes(id));

const rejectedBefore = () => {
  try { return JSON.parse(localStorage.getItem(REJECTED)) || []; } catch { return []; }
};

/** Remember which drafts were rejected, so that none is asked about again on a page made anew. */
const keepRejected = () => {
  const given = givenDrafts(), gone = given.filter(({ id }) => !STORE.get(id)).map(draftMark), there = new Set(given.map(draftMark));
  try { localStorage.setItem(REJECTED, JSON.stringify([...rejectedBefore().filter((mark) => !there.has(mark)), ...gone])); } catch { /* nothing is kept */ }
};

const dropRejected = () => {
  const gone = new Set(rejectedBefore()), ids = new Set(givenDrafts().filter((record) => gone.has(draftMark(record))).map(({ id }) => id));
  if (!ids.size) return;
  const kept = Object.fromEntries(TYPES.map((type) => [type, (DATA.document[type] || []).filter(({ id }) => !ids.has(id))]));
  STORE.load(kept, DATA.drafts.filter((id) => !ids.has(id)), []);
};

/** Bring back what was kept for the same text and the same dataset. */
const restore = () => {
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(KEY)); } catch { return false; }
  if (!kept) return false;
  STORE.load(parseJson(kept.document), kept.drafts, kept.settled);
  for (const [kind, values] of kept.recent) RECENT.set(kind, values);
  return true;
};

const forget = () => {
  try { for (const key of [KEY, REJECTED]) localStorage.removeItem(key); } catch { /* nothing is kept */ }
  location.reload();
};

const status = (text, bad = false) => {
  $("status").textContent = text;
  $("status").classList.toggle("problem", bad);
};

/** After each change: keep it in the browser, and in the file if the page is served. */
const autosave = () => {
  if (!DATA.serve) return status(keep() ? "Kept in this browser; export it to have it as a file." : "This browser keeps nothing: export before you leave.");
  keep();
  if (saving) { again = true; return undefined; }
  return save();
};

/** Save to the file. What is on the disk is never overwritten if somebody else has changed it. */
const save = async () => {
  saving = true;
  const text = sortedJson(exported());
  try {
    const answer = await fetch("save", {
      method: "POST", body: JSON.stringify({ document: text, version }),
      headers: { "Content-Type": "application/json", "X-Token": DATA.serve.token },
    });
    const reply = await answer.json();
    if (answer.ok) {
      version = reply.version;
      saved = text;
      status(`Saved to ${DATA.serve.name}${reply.problems.length ? `; check finds ${reply.problems.length} problems` : ""}.`);
      showChecked(reply.problems);
    } else {
      status(`Not saved: ${reply.error}`, true);
      showChecked(reply.problems || []);
    }
  } catch { status("Not saved: the program that serves this page has ended. This browser keeps your work.", true); }
  saving = false;
  if (again) { again = false; return save(); }
  return undefined;
};

/** The dataset without drafts that nobody has judged. */
const exported = () => {
  const document = STORE.document();
  for (const type of EVENT_TYPES) {
    if (!document[type]) continue;
    document[type] = document[type].filter((record) => !STORE.isDraft(record.id));
    if (!document[type].length) delete document[type];
  }
  return document;
};

const exportYaml = async () => {
  const text = await yamlOf(exported(), TYPES);
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = h("a", { href: address, download: DATA.file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  const waiting = STORE.now.drafts.size;
  status(`Exported ${DATA.file}${waiting ? `, without ${waiting} drafts that nobody has judged` : ""}.`);
  return text;
};

addEventListener("beforeunload", (event) => { if (DATA.serve && saved !== "" && saved !== sortedJson(exported())) event.preventDefault(); });
