// The text: a sentence or a passage is selected by mouse or keyboard; what is accounted for shows.

const TYPE_KEYS = { s: "statements", a: "actions", m: "meetings", v: "votes", t: "territorial_claims", p: "positions" };

let cursor = 0; // the sentence at which the reader is
let chosen = { start: 0, end: 0 }; // the passage that is selected
let current = null; // the id of the record at which the reader is
let nodes = []; // the pieces of the text on the page, with the place of each

/** Put the text on the page: a sentence is an option of a list, what stands between two is left as it is. */
const layOut = () => {
  const pane = $("text"), pieces = [];
  let last = 0;
  const piece = (start, end) => {
    const node = document.createTextNode(TEXT.slice(start, end));
    nodes.push({ node, start, end });
    return node;
  };
  /** The pieces of a part of the text; what cannot be seen is one by itself, shows a mark and turns nothing around it. */
  const piecesOf = (start, end) => {
    const found = [];
    let begun = start;
    for (let at = start; at <= end; at++) {
      if (at < end && !isUnseen(TEXT.points[at])) continue;
      if (begun < at) found.push(piece(begun, at));
      if (at < end) found.push(h("span", { class: "unseen", "data-mark": markOf(TEXT.points[at]) }, piece(at, at + 1)));
      begun = at + 1;
    }
    return found;
  };
  TEXT.sentences.forEach(([start, end], at) => {
    if (last < start) pieces.push(...piecesOf(last, start));
    pieces.push(h("span", { role: "option", id: `sentence-${at}`, "aria-selected": "false" }, ...piecesOf(start, end)));
    last = end;
  });
  if (last < TEXT.length) pieces.push(...piecesOf(last, TEXT.length));
  pane.replaceChildren(...pieces);
};

const rangeOf = (start, end) => {
  const range = document.createRange();
  const place = (at, last) => {
    const found = nodes.find((each) => (last ? at > each.start && at <= each.end : at >= each.start && at < each.end)) || nodes.at(-1);
    return [found.node, TEXT.units[Math.min(at, found.end)] - TEXT.units[found.start]];
  };
  range.setStart(...place(start, false));
  range.setEnd(...place(end, true));
  return range;
};

/** The code point at a place of the page. */
const pointAt = (node, offset) => {
  const before = document.createRange();
  before.selectNodeContents($("text"));
  before.setEnd(node, offset);
  return TEXT.point(before.toString().length);
};

const paint = (name, passages) => {
  if (!window.Highlight || !CSS.highlights) return;
  CSS.highlights.set(name, new Highlight(...passages.filter(({ start, end }) => start < end && end <= TEXT.length).map(({ start, end }) => rangeOf(start, end))));
};

/** Show what is selected, what is accounted for and what is left. */
const showText = () => {
  const { counted, left, gaps } = STORE.coverage(), open = new Set(left);
  TEXT.sentences.forEach((_, at) => {
    const item = $(`sentence-${at}`), [start, end] = TEXT.sentences[at];
    item.classList.toggle("left", open.has(at));
    item.setAttribute("aria-selected", String(start < chosen.end && end > chosen.start));
  });
  $("text").setAttribute("aria-activedescendant", `sentence-${cursor}`);
  const events = STORE.events();
  paint("chosen", [chosen]);
  const spansOf = (wanted) => events.filter(wanted).flatMap(({ record }) => record.spans || []);
  paint("recorded", spansOf(({ record }) => !STORE.isDraft(record.id)));
  paint("drafted", spansOf(({ record }) => STORE.isDraft(record.id)));
  paint("quoted", events.flatMap(({ record }) => (record.quotes || []).map((quote) => quote.span)));
  paint("uncoded", (STORE.get(DATA.source).uncoded || []).map((each) => each.span));
  paint("gap", gaps.filter(([start, end]) => !TEXT.sentences.some(([a, b]) => a === start && b === end)).map(([start, end]) => ({ start, end })));
  $("left").textContent = `${left.length} of ${counted.length} sentences left`;
  $("progress").max = counted.length || 1;
  $("progress").value = counted.length - left.length;
};

const choose = (start, end, { quiet = false } = {}) => {
  if (start >= end) return;
  chosen = { start, end };
  const at = TEXT.sentences.findIndex(([a, b]) => start < b && end > a);
  if (at >= 0) cursor = at;
  showText();
  showHere();
  $(`sentence-${cursor}`)?.scrollIntoView({ block: "nearest" });
  const isLeft = $(`sentence-${cursor}`)?.classList.contains("left");
  if (!quiet) say(`Sentence ${cursor + 1} of ${TEXT.sentences.length}, ${isLeft ? "left" : "accounted for"}: ${TEXT.slice(start, end)}`);
};

const goTo = (at) => {
  if (!TEXT.sentences.length) return;
  cursor = Math.max(0, Math.min(TEXT.sentences.length - 1, at));
  current = null;
  choose(...TEXT.sentences[cursor]);
};

/** Go to the next sentence of which something is left; what is left of it is selected. */
const goToLeft = (from, step = 1) => {
  const { left, gaps } = STORE.coverage();
  const next = step > 0 ? left.find((at) => at >= from) ?? left[0] : left.findLast((at) => at <= from) ?? left.at(-1);
  if (next === undefined) { say("Every sentence is accounted for."); return goTo(cursor); }
  goTo(next);
  const [start, end] = TEXT.sentences[next], gap = gaps.find(([a, b]) => a >= start && b <= end);
  if (gap && (gap[0] !== start || gap[1] !== end)) choose(...withStop(gap, end));
};

/** A gap with the full stop or the closing mark after it, to the end of its sentence. */
const withStop = ([start, end], last) => {
  let place = end;
  while (place < last && !TEXT.is(ALNUM, place)) place++;
  return place === last ? [start, last] : [start, end];
};

/** The next place, in a direction, at which a passage can begin or end. */
const nextEdge = (from, step, isEnd) => {
  for (let at = from + step; at >= 0 && at <= TEXT.length; at += step) {
    const inner = isEnd ? at - 1 : at, outer = isEnd ? at : at - 1;
    if (TEXT.is(ALNUM, inner) && !TEXT.is(ALNUM, outer) && !TEXT.cutsWord(at)) return at;
  }
  return from;
};

/** Make the selected passage longer or shorter by a word. */
const adjust = (edge, step) => {
  const at = edge === "end" ? nextEdge(chosen.end, step, true) : nextEdge(chosen.start, step, false);
  const next = { ...chosen, [edge]: at };
  if (next.start < next.end) choose(next.start, next.end);
};

/** Whether a mark that can end a clause stands at a place: a comma, a semicolon, a colon, a dash. */
const endsClause = (at) => /[,;:–—،؛，；]/.test(TEXT.points[at]) && (TEXT.is(SPACE, at + 1) || TEXT.is(SPACE, at - 1));

/** A piece of a sentence without what follows its last word or its closing quotation mark. */
const bareClause = (start, end) => {
  while (end > start && !TEXT.is(ALNUM, end - 1) && !/["”’»]/.test(TEXT.points[end - 1])) end--;
  return TEXT.whole(start, end);
};

/** End the passage at the last mark before its end that can end a clause. */
const endAtClause = () => {
  for (let at = chosen.end - 2; at > chosen.start; at--) {
    const piece = endsClause(at) && bareClause(chosen.start, at);
    if (piece && piece[1] < chosen.end) return choose(...piece);
  }
  return undefined;
};

/** The clauses of the sentence, one after another: from comma, dash or semicolon to the next. */
const nextClause = () => {
  const [start, end] = TEXT.sentences[cursor], cuts = [start];
  for (let at = start + 1; at < end - 1; at++) if (endsClause(at)) cuts.push(at + 1);
  cuts.push(end);
  const pieces = cuts.slice(1).map((cut, at) => (cut === end ? TEXT.whole(cuts[at], end) : bareClause(cuts[at], cut))).filter(Boolean);
  const here = pieces.findIndex(([a, b]) => a === chosen.start && b === chosen.end);
  choose(...pieces[(here + 1) % pieces.length]);
};

/** Take the passage that was selected with the mouse. */
const takeMouse = () => {
  const selection = getSelection();
  if (!selection.rangeCount || !$("text").contains(selection.anchorNode) || !$("text").contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const start = pointAt(range.startContainer, range.startOffset), end = pointAt(range.endContainer, range.endOffset);
  if (start < end) {
    const whole = TEXT.whole(start, end);
    if (whole) choose(...whole);
    selection.removeAllRanges();
  } else {
    const at = TEXT.sentences.findIndex(([a, b]) => start >= a && start <= b);
    if (at >= 0) goTo(at);
  }
  $("text").focus({ preventScroll: true });
};

/** The mode that the quotes of a passage show: `direct` if they are all of it, `indirect` if there are none. */
const modeOf = (quotes, { start, end }) => {
  if (!quotes.length) return "indirect";
  let said = 0, all = 0;
  for (let at = start; at < end; at++) {
    if (!TEXT.is(ALNUM, at)) continue;
    all++;
    if (quotes.some(([a, b]) => at >= a && at < b)) said++;
  }
  return said === all ? "direct" : "mixed";
};

/** Begin a record of the selected passage: with its place and the words that it has between quotation marks. */
const begin = (type) => {
  const { start, end } = chosen;
  const id = STORE.newId(type), record = { id, source: DATA.source, spans: [{ start, end }] };
  if (type === "statements") {
    const quotes = TEXT.quotations(start, end);
    if (quotes.length) record.quotes = quotes.map(([a, b]) => ({ text: TEXT.slice(a, b), span: { start: a, end: b } }));
    record.mode = modeOf(quotes, chosen);
  }
  if (type === "positions") {
    const said = STORE.at(start, end).filter((each) => each.type === "statements").map(({ record: { id: key } }) => key);
    if (said.length) record.evidence = said;
    const issues = new Set(said.flatMap((key) => STORE.get(key).issues || []));
    if (issues.size === 1) [record.issue] = issues;
  }
  STORE.put(type, record, `new ${singular(type)}`);
  current = id;
  openForm(id);
};

const addTo = (field) => {
  const record = current && STORE.get(current), { start, end } = chosen;
  if (!record) return say("No record is open: open one first.");
  const item = field === "quotes" ? { text: TEXT.slice(start, end), span: { start, end } } : { start, end };
  STORE.put(STORE.type(current), { ...record, [field]: [...(record[field] || []), item] }, `${singular(field)} added to ${current}`);
  if (form?.id === current) openForm(current, null);
};

/** List the selected passage as uncoded, with its reason. */
const leaveOut = (reason) => {
  const source = STORE.get(DATA.source), { start, end } = chosen;
  const uncoded = [...(source.uncoded || []), { span: { start, end }, reason }].sort((a, b) => a.span.start - b.span.start);
  STORE.put("sources", { ...source, uncoded }, `uncoded: ${wordsOf(reason)}`);
  goToLeft(cursor);
};

const done = () => {
  const id = form?.id;
  closeForm();
  current = id || current;
  $("text").focus();
  if (STORE.now.drafts.size) return nextDraft();
  goToLeft(cursor);
};

/** Done with a statement, and a position of the same passage. */
const donePosition = () => {
  const span = STORE.get(form.id).spans?.[0];
  closeForm();
  if (span) choose(span.start, span.end, { quiet: true });
  begin("positions");
};

const accept = (id) => {
  STORE.change(`accepted ${id}`, (next) => next.drafts.delete(id));
  afterDraft();
};

const reject = (id) => {
  const isDraft = STORE.isDraft(id);
  STORE.remove(id, `${isDraft ? "rejected" : "deleted"} ${id}`);
  if (isDraft) afterDraft(); else { closeForm(); $("text").focus(); goTo(cursor); }
};

const afterDraft = () => {
  closeForm();
  $("text").focus();
  nextDraft();
};

/** The fields of a draft that its finder, asked again, held to be wrong. */
const refutedIn = (record) => [record?.extra?.draft?.refuted ?? []].flat().map(String);

/** The places at which the passage of a draft may stand, of which none is chosen yet. */
const placesFor = (record) => {
  const asked = record?.spans?.length ? [] : [record?.extra?.draft?.ask?.spans ?? []].flat();
  return asked.filter((place) => Number.isInteger(place?.start) && Number.isInteger(place?.end) && 0 <= place.start && place.start < place.end && place.end <= TEXT.length);
};

/** Go to the next draft that nobody has judged, to the refuted ones first. */
const nextDraft = () => {
  const waiting = STORE.events().map(({ record }) => record).filter(({ id }) => STORE.isDraft(id));
  if (!waiting.length) return goToLeft(cursor);
  const refuted = waiting.filter((record) => refutedIn(record).length), others = waiting.filter((record) => !refuted.includes(record));
  const at = refuted.findIndex(({ id }) => id === current);
  const first = at >= 0 || !STORE.isDraft(current) ? refuted[at + 1] : undefined;
  const behind = at < 0 && others.find(({ id, spans }) => (spans?.[0]?.start ?? Infinity) >= chosen.start && id !== current);
  const after = first || behind || others[0] || waiting[0];
  goToRecord(after.id);
  if (!after.spans?.length) openForm(after.id);
};

const goToRecord = (id) => {
  const record = STORE.get(id), span = record?.spans?.[0];
  if (span) choose(span.start, Math.min(span.end, TEXT.length));
  current = id;
  showHere();
};
