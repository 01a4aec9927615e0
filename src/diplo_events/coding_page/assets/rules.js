// The rules between the fields of a record, and between records, each as `check` has it.

const number = (value) => (value instanceof Raw ? Number(value.source) : value);
const listed = (value) => value || [];

const PLAIN_DATE = /^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$/;

/** Whether one day, month or year ends before another begins; dates in other forms are left to `check`. */
const isBefore = (first, second) => {
  if (!PLAIN_DATE.test(first) || !PLAIN_DATE.test(second)) return false;
  const shorter = Math.min(first.length, second.length);
  return first.slice(0, shorter) < second.slice(0, shorter);
};

/** The rules between the fields of a class, each class with those that it has in Python, in their order. */
const RELATIONS = {
  *Span(value, path) {
    const start = number(value.start), end = number(value.end);
    if (!(start >= 0 && start < end)) yield problem(path, "0 <= start < end", `start ${start} and end ${end}`);
  },
  *Quote(value, path) {
    const { start, end } = value.span;
    if (number(end) - number(start) !== Array.from(value.text).length) yield problem(path, "a span as long as the text", value.text);
  },
  *Quantity(value, path) {
    const share = value.unit === "share", money = value.unit === "money", low = number(value.low);
    const most = share ? 1 : Infinity, high = isNothing(value.high) ? most : number(value.high);
    if (!(low >= 0 && low <= high && high <= most)) {
      yield problem(path, `0 <= low <= high${share ? " <= 1" : ""}`, `low ${low} and high ${isNothing(value.high) ? "None" : high}`);
    }
    if (money === !value.currency) {
      yield problem(dotted(path, "currency"), money ? "a currency" : "no currency, because the unit is not money", value.currency || "none");
    }
  },
  *Point(value, path) {
    for (const [name, degrees, limit] of [["longitude", number(value.longitude), 180], ["latitude", number(value.latitude), 90]]) {
      if (Math.abs(degrees) > limit) yield problem(dotted(path, name), `a number from ${-limit} to ${limit}`, String(degrees));
    }
  },
  *Tally(value, path) {
    for (const [name, times] of Object.entries(value)) {
      if (number(times) < 0) yield problem(dotted(path, name), "a number of at least 0", String(times));
    }
  },
  *Place(value, path) {
    const { country, subdivision } = value;
    if (country && subdivision && !subdivision.startsWith(`${country}-`)) yield problem(dotted(path, "subdivision"), `a division of ${country}`, subdivision);
  },
  *Document(value, path) {
    const begun = value.in_force || value.signed || value.adopted, { until } = value;
    if (begun && until && isBefore(until, begun)) yield problem(dotted(path, "until"), `an end after its beginning, ${begun}`, until);
  },
  *Source(value, path) {
    const length = number(value.length);
    if (isNothing(length)) return;
    const beyond = listed(value.uncoded).find(({ span }) => number(span.end) > length);
    if (length < 1) yield problem(dotted(path, "length"), "a length of at least 1", String(length));
    else if (beyond) yield problem(dotted(path, "uncoded"), `passages within ${length} code points`, `a passage that ends at ${beyond.span.end}`);
  },
  *Statement(value, path) {
    if (value.mode === "verbatim" && isNothing(value.spans)) {
      yield problem(dotted(path, "spans"), "the passages that are the speakers' own words", "none");
    }
  },
  *Vote(value, path) {
    const ballots = listed(value.ballots);
    for (const [actor, times] of counts(ballots.map((ballot) => ballot.actor))) {
      if (times > 1) yield problem(dotted(path, "ballots"), "one ballot of each member", `${times} of ${actor}`);
    }
    if (value.result === "adopted" && ballots.some(({ choice }) => choice === "veto")) {
      yield problem(dotted(path, "result"), "a result other than adopted, because of a veto", "adopted");
    }
    for (const [choice, times] of counts(ballots.map((ballot) => (ballot.choice === "veto" ? "no" : ballot.choice)))) {
      const counted = number(value.tally?.[choice]);
      if (!isNothing(counted) && times > counted) {
        yield problem(dotted(path, `tally.${choice}`), `at least ${times}, as there are as many ballots`, String(counted));
      }
    }
  },
};

/** What is wrong between the fields that are right by themselves, until a rule needs one of the others. */
const relationProblems = (name, value, path, wrong) => {
  const found = [], right = new Proxy(value, { get: (all, field) => { if (wrong.has(field)) throw wrong; return all[field]; } });
  try {
    for (const each of RELATIONS[name]?.(right, path) ?? []) found.push(each);
  } catch (error) {
    if (error !== wrong) throw error;
  }
  return found;
};

const counts = (values) => {
  const found = new Map();
  for (const value of values) found.set(value, (found.get(value) || 0) + 1);
  return found;
};

/** What is wrong between a record and those that it refers to. */
const fitProblems = (type, record, store) => {
  const found = [], fuller = isNothing(record.restates) ? null : store.get(record.restates);
  if (fuller && (store.type(fuller.id) !== type || fuller.source !== record.source)) {
    found.push(problem(`${record.id}.restates`, `a ${singular(type)} of ${record.source}`, `${fuller.id}, another`));
  } else if (fuller && (isNothing(fuller.canonical_id) || record.canonical_id !== fuller.canonical_id)) {
    const hint = isNothing(fuller.canonical_id) ? "give both the same" : `write ${fuller.canonical_id}`;
    found.push(problem(`${record.id}.canonical_id`, `the canonical_id of '${fuller.id}', which it repeats`, record.canonical_id || "none", hint));
  }
  const length = classOf(type).event && record.source !== DATA.source ? number(store.get(record.source)?.length) : null;
  for (const [path, { end }] of isNothing(length) ? [] : passagesOf(record)) {
    if (end > length) found.push(problem(`${record.id}.${path}.end`, `an end of at most ${length}, the length of ${record.source}`, String(end)));
  }
  for (const name of DATA.schema.acyclic) {
    if (comesBack(record, name, store)) found.push(problem(`${record.id}.${name}`, "no way back to itself", record.id));
  }
  return found;
};

const passagesOf = ({ spans, quotes }) => [
  ...listed(spans).map((span, at) => [`spans[${at}]`, span]), ...listed(quotes).map(({ span }, at) => [`quotes[${at}].span`, span])];

/** Whether the references in a field lead back to their record. */
const comesBack = (record, name, store) => {
  const next = (from) => [from?.[name] ?? []].flat(), waiting = next(record), seen = new Set();
  while (waiting.length) {
    const id = waiting.pop();
    if (id === record.id) return true;
    if (!seen.has(id)) waiting.push(...next(store.get(id)));
    seen.add(id);
  }
  return false;
};

/** The persons whom a record of this text names, though the text has none of their spellings. */
const namingProblems = (type, record, store) =>
  referencesIn(classOf(type).fields, record).filter(({ id }) => store.type(id) === "actors" && !isNamed(store.get(id)))
    .map(({ path, id }) => problem(`${record.id}.${path}`, `somebody whom ${DATA.source} names`, id, "list its spelling here among its names"));

const isNamed = ({ kind, name, names }) => {
  if (kind !== "person" || listed(names).some(({ sources }) => listed(sources).includes(DATA.source))) return true;
  if (listed(names).some(({ sources }) => listed(sources).length)) return false;
  return [name, ...listed(names).map(({ text }) => text)].some((words) => !isNothing(words) && TEXT.hasWords(words));
};

/** A record, unless a field of it is not coded yet. */
const coded = (store, id) => {
  const record = isNothing(id) ? null : store.get(id);
  return record && !openFields(store.type(id), record).length ? record : null;
};

const REFUSALS = ["reject", "reject_plan", "reject_meeting"];

/** What is likely a slip in a record, though it may be right: what `check` warns of, and `check --style`. */
const recordHints = (type, record, store) => {
  const found = [], add = (name, expected, hint) => found.push(problem(`${record.id}.${name}`, expected, "", hint));
  if (type === "positions" && isNothing(record.evidence)) add("evidence", "the statements that show the position");
  if (!openFields(type, record).length) HINTS[type]?.(record, store, add);
  return found;
};

const HINTS = {
  statements: (record, store, add) => {
    const own = [...listed(record.speakers), ...listed(record.on_behalf_of)], source = coded(store, record.source);
    for (const target of listed(record.targets)) {
      if (own.includes(target)) add("targets", "an actor other than the speaker and those for whom the words are", "leave it out");
    }
    issueHints("issues", record.issues, store, add);
    if (record.acts.includes("characterize") && record.acts.some((act) => REFUSALS.includes(act))) {
      add("acts", "a refusal without a label", "a general act is not added to a narrower one");
    }
    if (source?.publisher && record.speakers.length === 1 && record.speakers[0] === source.publisher) {
      if (record.medium !== "article") add("medium", "article", "what the outlet says itself is its article");
      if (source.published && record.when !== source.published) add("when", source.published, "what the outlet says itself is as old as the text");
    }
  },
  meetings: (record, store, add) => {
    const hypothetical = listed(record.aspects).includes("hypothetical"), place = coded(store, record.place);
    issueHints("agenda", record.agenda, store, add);
    if (record.conditions && !hypothetical) add("aspects", "the aspect hypothetical for what depends on conditions", "add it, or leave the conditions out");
    if (hypothetical && !record.conditions) add("conditions", "what a hypothetical meeting depends on", "name the condition");
    if (["settlement", "site"].includes(place?.kind) && !record.attendance) {
      add("attendance", `offline or another attendance for a meeting in ${place.id}`, "a town or a house is where people meet in person");
    }
    if (record.status === "rejected" && isNothing(record.proposed_by)) {
      add("proposed_by", "who proposed what is rejected", "a refusal to talk is an act; a meeting is rejected if somebody proposed it");
    }
  },
  positions: (record, store, add) => {
    const carrying = listed(record.evidence).filter((id) => store.type(id) === "statements").map((id) => coded(store, id)).filter(Boolean);
    for (const { id, issues, spans } of carrying) {
      if (!listed(issues).some((issue) => issue === record.issue || broader(issue, store).includes(record.issue))) {
        add("evidence", `evidence on ${record.issue} or a narrower issue`, "add the issue to it, or leave it out");
      }
      const apart = listed(spans).every((a) => listed(record.spans).every((b) => a.start >= b.end || b.start >= a.end));
      if (!isNothing(spans) && !isNothing(record.spans) && apart) {
        add("spans", `the passage of ${id}, its evidence`, "the passages of a position are those of its evidence");
      }
    }
    const declared = record.basis === "declared";
    if (record.red_line && !(declared && record.stance.startsWith("strongly_"))) {
      add("red_line", "a declared and strong stance for a red line", "only the actor draws one, and without room");
    }
    if (declared && carrying.length && !carrying.some((each) => voices(each, store).includes(record.actor))) {
      add("evidence", `evidence in which ${record.actor} speaks, for a declared position`, "another's word makes it attributed");
    }
    if (declared && record.attributed_by) add("attributed_by", "nobody, for what the actor declares", "leave it out");
    if (!declared && record.attributed_by === record.actor) add("attributed_by", "somebody else than the actor", "one's own word makes it declared");
  },
};

/** The issues that an issue lies within. */
const broader = (id, store) => {
  const found = [];
  for (let outer = coded(store, id)?.broader; outer && !found.includes(outer); outer = coded(store, outer)?.broader) found.push(outer);
  return found;
};

const issueHints = (name, issues, store, add) => {
  for (const issue of listed(issues)) {
    for (const outer of broader(issue, store)) {
      if (issues.includes(outer)) add(name, `${issue} without the broader issue`, "leave the broader one out");
    }
  }
};

/** Those whose word a statement is: who speaks, for whom, and what they belong to. */
const voices = ({ speakers, on_behalf_of }, store) =>
  [...listed(speakers), ...listed(on_behalf_of)].flatMap((id) => [id, ...listed(coded(store, id)?.member_of)]);

/** What `check` looks for and the page does not; the server runs the first part with each save. */
const ONLY_CHECKED = [
  ["a date fits the time words beside it, or the publication where there are none", true],
  ["a date of an unusual form is one; a document ends after it began, where not both are plain days, months or years", true],
  ["the ids that texts share agree with the ledger of identity", false],
  ["letters that cannot be seen or look like others; an office held twice or not yet; ballots of strangers (warnings)", false],
  ["one utterance has one date and one medium, a repeat the date of what it repeats, the same words the same acts (--style)", false],
  ["a stance of an actor has one id, a stand has a position, a spelling one actor, a vague figure a range (--style)", false],
  ["many clauses have several records, the passage names the target, a hedge is recorded (--style)", false],
];

const showOnlyChecked = () => {
  const rules = ONLY_CHECKED.filter(([, served]) => !(served && DATA.serve)).map(([words]) => words);
  $("only-checked").replaceChildren(
    h("summary", {}, `${rules.length} kinds of rules are checked by diplo-events check alone`), h("ul", {}, ...rules.map((words) => h("li", {}, words))));
};
