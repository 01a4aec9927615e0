"use strict";
// The text, counted in code points as `check` counts it, and the checks of passages and quotes.

/** A number that would be another one if it were read as a number of JavaScript: `4.0`, or one of 64 bits. */
class Raw {
  constructor(source) { this.source = source; }
}

const exactNumbers = (_key, value, context) =>
  typeof value === "number" && context && String(value) !== context.source ? new Raw(context.source) : value;

const parseJson = (text) => JSON.parse(text, exactNumbers);

const DATA = parseJson(document.getElementById("data").textContent);

const SPACE = 1, ALNUM = 2, INSIDE = 4; // what each mark of the text means; INSIDE: a passage must not begin there

/** A text whose offsets are code points. `marks` has a digit for each of them, and one more for the end. */
class SourceText {
  constructor({ content, marks, sentences, pairs }) {
    this.content = content;
    this.points = Array.from(content);
    this.length = this.points.length;
    this.marks = marks;
    this.sentences = sentences;
    this.pairs = pairs;
    this.known = new Map(); // words, each with whether they are there
    this.units = new Uint32Array(this.length + 1); // the offset of each code point in units of UTF-16
    for (let at = 0; at < this.length; at++) this.units[at + 1] = this.units[at] + this.points[at].length;
  }
  slice(start, end) { return this.content.slice(this.units[start], this.units[end]); }
  /** The code point that begins at, or contains, an offset in units of UTF-16. */
  point(unit) {
    let low = 0, high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.units[middle] <= unit) low = middle; else high = middle - 1;
    }
    return low;
  }
  is(what, place) { return place >= 0 && place <= this.length && (Number(this.marks[place]) & what) !== 0; }
  cutsWord(place) { return place > 0 && place < this.length && this.is(INSIDE, place); }
  /** All places of some words, as code points, also where they overlap. */
  places(words) {
    const found = [];
    for (let unit = words ? this.content.indexOf(words) : -1; unit >= 0; unit = this.content.indexOf(words, unit + 1)) {
      const start = this.point(unit);
      if (this.units[start] === unit) found.push([start, start + Array.from(words).length]);
    }
    return found;
  }
  has(words) { return this.places(words).length > 0; }
  hasWords(words) {
    if (!this.known.has(words)) this.known.set(words, this.places(words).some(([start, end]) => !this.cutsWord(start) && !this.cutsWord(end)));
    return this.known.get(words);
  }
  /** A passage made as long as its words are whole, without the white space around it. */
  whole(start, end) {
    while (start < end && this.is(SPACE, start)) start++;
    while (end > start && this.is(SPACE, end - 1)) end--;
    if (start === end) return null;
    while (this.cutsWord(start)) start--;
    while (this.cutsWord(end)) end++;
    return [start, end];
  }
  /** The words between quotation marks in a passage: start and end of each. */
  quotations(start, end) {
    const found = [];
    for (let at = start; at < end; at++) {
      const closings = this.pairs.filter((pair) => Array.from(pair)[0] === this.points[at]).map((pair) => Array.from(pair)[1]);
      const isApostrophe = "'’‘‚".includes(this.points[at]) && at > 0 && this.is(ALNUM, at - 1);
      if (!closings.length || isApostrophe || this.is(SPACE, at + 1)) continue;
      const single = "'’‘".includes(closings[0]);
      let close = at + 1;
      while (close < end && !(closings.includes(this.points[close]) && !(single && this.is(ALNUM, close + 1)))) close++;
      const inside = close < end && this.whole(at + 1, close);
      if (!inside) continue;
      const bare = trimmedOf(this, inside);
      if (bare) found.push(bare);
      at = close;
    }
    return found;
  }
}

/** The words of a quotation without the comma or full stop that belongs to the sentence around them. */
const trimmedOf = (text, [start, end]) => {
  while (end > start && /[,;]/.test(text.points[end - 1])) end--;
  return text.whole(start, end);
};

/** The words inside the quotation marks around a text as a whole, or null. */
const withinMarks = (words, pairs) => {
  const points = Array.from(words), inside = points.slice(1, -1);
  if (points.length < 3) return null;
  for (const pair of pairs) {
    const [opening, closing] = Array.from(pair);
    if (points[0] === opening && points.at(-1) === closing) {
      return inside.includes(opening) || inside.includes(closing) ? null : inside.join("");
    }
  }
  return null;
};

const problem = (path, expected, found = "", hint = "") => ({ path, expected, found, hint });

/** What is wrong with a passage: it lies in the text, cuts no word and has no white space around it. */
const spanProblems = (path, { start, end }, text) => {
  if (!(start >= 0 && start < end)) return [problem(path, "0 <= start < end", `start ${start} and end ${end}`)];
  if (end > text.length) return [problem(path, `an end of at most ${text.length}`, String(end))];
  if (text.is(SPACE, start) || text.is(SPACE, end - 1)) {
    return [problem(path, "a passage without white space around it", text.slice(start, end))];
  }
  if (text.cutsWord(start) || text.cutsWord(end)) return [problem(path, "whole words", text.slice(start, end))];
  return [];
};

/** Compare the passages, the time words and the quotes of an event record with the text, as `check` does. */
const anchorProblems = (record, text) => {
  const found = [], spans = record.spans || [];
  if (!spans.length) found.push(problem(`${record.id}.spans`, "at least one passage", "none"));
  spans.forEach((span, at) => found.push(...spanProblems(`${record.id}.spans[${at}]`, span, text)));
  for (const field of ["when_as_reported", "about_when_as_reported"]) {
    if (record[field] && !text.has(record[field])) {
      found.push(problem(`${record.id}.${field}`, "words of the text", record[field]));
    }
  }
  (record.quotes || []).forEach(({ text: words, span }, at) => {
    const path = `${record.id}.quotes[${at}]`, there = text.slice(span.start, Math.min(span.end, text.length));
    if (there !== words) {
      found.push(problem(path, `the words of the text at ${span.start} to ${span.end}`, words));
    }
    if (withinMarks(words, text.pairs) !== null) {
      found.push(problem(`${path}.text`, "the words of a quotation without its marks", words));
    }
    found.push(...spanProblems(`${path}.span`, span, text));
    if (!spans.some((outer) => outer.start <= span.start && span.end <= outer.end)) {
      found.push(problem(`${path}.span`, "a place inside a span of its record", `${span.start} to ${span.end}`));
    }
  });
  return found;
};

/** How much of the text some passages account for: for each sentence whether it is left, and the gaps in it. */
const coverage = (text, recorded, uncoded) => {
  const mask = new Uint8Array(text.length);
  for (const { start, end } of uncoded) mask.fill(1, start, end);
  for (const { start, end } of recorded) mask.fill(2, start, end);
  const left = [], gaps = [], counted = [];
  text.sentences.forEach(([start, end], at) => {
    const places = [];
    for (let place = start; place < end; place++) if (text.is(ALNUM, place)) places.push(place);
    if (!places.length) return;
    counted.push(at);
    const bare = places.filter((place) => !mask[place]);
    if (!bare.length) return;
    left.push(at);
    gaps.push(...(bare.length === places.length ? [[start, end]] : stretches(places, mask)));
  });
  return { counted, left, gaps };
};

const stretches = (places, mask) => {
  const found = [];
  let first = -1, last = -1;
  for (const place of places) {
    if (!mask[place]) [first, last] = [first < 0 ? place : first, place + 1];
    else if (first >= 0) { found.push([first, last]); first = -1; }
  }
  if (first >= 0) found.push([first, last]);
  return found;
};

const TEXT = new SourceText(DATA.text);
