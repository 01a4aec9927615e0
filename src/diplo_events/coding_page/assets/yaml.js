// The canonical text of a dataset, byte for byte what `diplo-events compile` writes in YAML.

const BREAKS = "\n\x85\u2028\u2029", BLANKS = "\0 \t\r\n\x85\u2028\u2029", WIDTH = 110;

/** A floating-point number as Python writes it. */
const pythonFloat = (value) => {
  if (Object.is(value, -0)) return "-0.0";
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  const [digits, power] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) {
    const plain = value.toString();
    return plain.includes("e") ? value.toFixed(Math.max(1, digits.replace(/\D/g, "").length - 1 - exponent)) : plain;
  }
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
};

const isFloat = (value) => (value instanceof Raw ? /[.eE]/.test(value.source) : !Number.isInteger(value));

const numberText = (value) => {
  const number = value instanceof Raw ? Number(value.source) : value;
  return isFloat(value) ? pythonFloat(number) : value instanceof Raw ? String(BigInt(value.source)) : String(value);
};

const isNumber = (value) => typeof value === "number" || value instanceof Raw;

/** The members of an object; of a `Map` where the keys are the user's, as an object puts keys like `7` first. */
const members = (value) => (value instanceof Map ? [...value] : Object.entries(value));

const byCodePoint = (a, b) => {
  const left = Array.from(a, (c) => c.codePointAt(0)), right = Array.from(b, (c) => c.codePointAt(0));
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    if (left[at] !== right[at]) return left[at] - right[at];
  }
  return left.length - right.length;
};

/** JSON with sorted keys and without spaces: what the digest at the end of a file is of. */
const sortedJson = (value) => {
  if (isNumber(value)) return numberText(value);
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(",")}]`;
  if (value && typeof value === "object") {
    const sorted = members(value).sort(([a], [b]) => byCodePoint(a, b));
    return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${sortedJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value);
};

const sha256 = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The proof that ends a file. */
const withProof = async (document, collections) => {
  const whole = { closed: true, ...document };
  const records = collections.reduce((sum, name) => sum + (whole[name] ? whole[name].length : 0), 0);
  return { ...whole, end: { records, sha256: await sha256(sortedJson(whole)) } };
};

const YAML_11 = [ // what a plain scalar is for YAML 1.1
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^(?:<<|~|null|Null|NULL|=|!|&|\*|)$/,
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/,
];

const YAML_12 = /^(?:~|[yn]|[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|\.(?:[iıİ]nf|nan)|[0-9.]+(?:e[-+]?[0-9]+)?))$/i;

const isFlat = (value) =>
  typeof value === "boolean" || isNumber(value) || (typeof value === "string" && /^(?:[^\s\x1c-\x1f\x85]|\ufeff){1,40}$/u.test(value));

const shownLength = (value) =>
  value === true ? 4 : value === false ? 5 : isNumber(value) ? numberText(value).length : Array.from(value).length;

const isShort = (values) => values.every(isFlat) && values.reduce((sum, v) => sum + shownLength(v) + 12, 0) < 100;

/** What styles a text can be written in. */
const analysed = (points) => {
  if (!points.length) return { empty: true, multiline: false, flow: false, block: true, single: true };
  let blockMark = false, flowMark = false, lines = false, special = false;
  let before = true, after = points.length === 1 || BLANKS.includes(points[1]);
  let wasSpace = false, wasBreak = false, breakSpace = false, spaceBreak = false, edge = false;
  if (/^(?:---|\.\.\.)/.test(points.slice(0, 3).join(""))) blockMark = flowMark = true;
  points.forEach((ch, at) => {
    if (at === 0) {
      if ("#,[]{}&*!|>'\"%@`".includes(ch)) blockMark = flowMark = true;
      if ("?:".includes(ch)) { flowMark = true; blockMark ||= after; }
      if (ch === "-" && after) blockMark = flowMark = true;
    } else {
      if (",?[]{}".includes(ch)) flowMark = true;
      if (ch === ":") { flowMark = true; blockMark ||= after; }
      if (ch === "#" && before) blockMark = flowMark = true;
    }
    const code = ch.codePointAt(0), isBreak = BREAKS.includes(ch);
    lines ||= isBreak;
    if (!(ch === "\n" || (code >= 0x20 && code <= 0x7e))) {
      const plain = code === 0x85 || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code < 0x10ffff);
      special ||= !plain || code === 0xfeff;
    }
    if (ch === " " || isBreak) edge ||= at === 0 || at === points.length - 1;
    if (ch === " ") breakSpace ||= wasBreak;
    if (isBreak) spaceBreak ||= wasSpace;
    [wasSpace, wasBreak] = [ch === " ", isBreak];
    before = BLANKS.includes(ch);
    after = at + 2 >= points.length || BLANKS.includes(points[at + 2]);
  });
  const odd = edge || breakSpace || spaceBreak || special || lines;
  return { empty: false, multiline: lines, flow: !odd && !flowMark, block: !odd && !blockMark, single: !breakSpace && !spaceBreak && !special };
};

/** Writes plain data as PyYAML lays it out. */
class YamlWriter {
  constructor() { Object.assign(this, { out: [], column: 0, whitespace: true, indention: true, indent: null, flow: 0 }); }
  put(data) { this.out.push(data); this.column += Array.from(data).length; }
  indicator(mark, needSpace, whitespace = false, indention = false) {
    this.put(this.whitespace || !needSpace ? mark : ` ${mark}`);
    this.whitespace = whitespace;
    this.indention = this.indention && indention;
  }
  newLine(mark = "\n") { this.out.push(mark); Object.assign(this, { whitespace: true, indention: true, column: 0 }); }
  writeIndent() {
    const indent = this.indent || 0;
    if (!this.indention || this.column > indent || (this.column === indent && !this.whitespace)) this.newLine();
    if (this.column < indent) { this.whitespace = true; this.put(" ".repeat(indent - this.column)); }
  }
  within(flow, indentless, write) {
    const before = this.indent;
    this.indent = before === null ? (flow ? 2 : 0) : indentless ? before : before + 2;
    write();
    this.indent = before;
  }
  document(data) {
    this.mapping(data, false);
    this.writeIndent();
    this.indicator("...", true);
    this.writeIndent();
    return this.out.join("");
  }
  node(value, inMapping) {
    if (Array.isArray(value)) return this.sequence(value, this.flow > 0 || isShort(value), inMapping);
    if (value && typeof value === "object" && !isNumber(value)) {
      return this.mapping(value, this.flow > 0 || isShort(members(value).map(([, item]) => item)));
    }
    return this.within(true, false, () => this.scalar(value, false));
  }
  sequence(items, flow, inMapping) {
    if (flow) return this.inFlow("[", "]", items, (item) => this.node(item, false));
    return this.within(false, inMapping && !this.indention, () => {
      for (const item of items) {
        this.writeIndent();
        this.indicator("-", true, false, true);
        this.node(item, false);
      }
    });
  }
  mapping(map, flow) {
    const pairs = members(map);
    if (flow) return this.inFlow("{", "}", pairs, ([key, value]) => this.member(key, value, true));
    return this.within(false, false, () => {
      for (const [key, value] of pairs) {
        this.writeIndent();
        this.member(key, value, false);
      }
    });
  }
  member(key, value, flow) {
    const points = Array.from(key), { empty, multiline } = analysed(points);
    if (points.length < 128 && !empty && !multiline) {
      this.within(true, false, () => this.scalar(key, true));
      this.indicator(":", false);
      return this.node(value, true);
    }
    this.indicator("?", true, false, !flow);
    this.within(true, false, () => this.scalar(key, false));
    if (!flow || this.column > WIDTH) this.writeIndent();
    this.indicator(":", true, false, !flow);
    return this.node(value, true);
  }
  inFlow(open, close, items, write) {
    this.indicator(open, true, true);
    this.flow++;
    this.within(true, false, () => {
      items.forEach((item, at) => {
        if (at) this.indicator(",", false);
        if (this.column > WIDTH) this.writeIndent();
        write(item);
      });
    });
    this.flow--;
    this.indicator(close, false);
  }
  scalar(value, isKey) {
    if (value === null) return this.plain(["null"], !isKey);
    if (typeof value === "boolean") return this.plain([String(value)], !isKey);
    if (isNumber(value)) {
      const text = numberText(value);
      return this.plain([!text.includes(".") && text.includes("e") ? text.replace("e", ".0e") : text], !isKey);
    }
    const points = Array.from(value), can = analysed(points);
    const asked = YAML_12.test(value) ? "'" : /[\x85\u2028\u2029]/.test(value) ? '"' : "";
    if (asked === '"') return this.doubleQuoted(points, !isKey);
    const isText = !YAML_11.some((pattern) => pattern.test(value));
    if (!asked && isText && !(isKey && (can.empty || can.multiline)) && (this.flow ? can.flow : can.block)) {
      return this.plain(points, !isKey);
    }
    if (can.single && !(isKey && can.multiline)) return this.singleQuoted(points, !isKey);
    return this.doubleQuoted(points, !isKey);
  }
  plain(points, split) {
    if (!this.whitespace) this.put(" ");
    Object.assign(this, { whitespace: false, indention: false });
    this.folded(points, split, false);
  }
  singleQuoted(points, split) {
    this.indicator("'", true);
    this.folded(points, split, true);
    this.indicator("'", false);
  }
  folded(points, split, quoted) {
    let spaces = false, breaks = false, start = 0;
    for (let end = 0; end <= points.length; end++) {
      const ch = points[end];
      if (spaces) {
        if (ch !== " ") {
          const inner = !quoted || (start !== 0 && end !== points.length);
          if (start + 1 === end && this.column > WIDTH && split && inner) {
            this.writeIndent();
            if (!quoted) Object.assign(this, { whitespace: false, indention: false });
          } else this.put(points.slice(start, end).join(""));
          start = end;
        }
      } else if (breaks) {
        if (ch === undefined || !BREAKS.includes(ch)) {
          if (points[start] === "\n") this.newLine();
          for (const mark of points.slice(start, end)) this.newLine(mark);
          this.writeIndent();
          start = end;
        }
      } else if (ch === undefined || ` ${BREAKS}`.includes(ch) || (quoted && ch === "'")) {
        if (start < end) this.put(points.slice(start, end).join(""));
        start = end;
      }
      if (quoted && ch === "'") { this.put("''"); start = end + 1; }
      if (ch !== undefined) [spaces, breaks] = [ch === " ", BREAKS.includes(ch)];
    }
  }
  doubleQuoted(points, split) {
    this.indicator('"', true);
    let start = 0;
    for (let end = 0; end <= points.length; end++) {
      const ch = points[end], code = ch === undefined ? -1 : ch.codePointAt(0);
      const bare = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd);
      if (ch === undefined || '"\\\x85\u2028\u2029\ufeff'.includes(ch) || !bare) {
        if (start < end) { this.put(points.slice(start, end).join("")); start = end; }
        if (ch !== undefined) { this.put(escapedInYaml(ch, code)); start = end + 1; }
      }
      if (end > 0 && end < points.length - 1 && (ch === " " || start >= end) && this.column + (end - start) > WIDTH && split) {
        this.put(`${points.slice(start, end).join("")}\\`);
        if (start < end) start = end;
        this.writeIndent();
        Object.assign(this, { whitespace: false, indention: false });
        if (points[start] === " ") this.put("\\");
      }
    }
    this.indicator('"', false);
  }
}

const YAML_ESCAPES = { "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", '"': '"', "\\": "\\", "\x85": "N", "\xa0": "_", "\u2028": "L", "\u2029": "P" };

const escapedInYaml = (ch, code) => {
  if (YAML_ESCAPES[ch]) return `\\${YAML_ESCAPES[ch]}`;
  const hex = (digits) => code.toString(16).toUpperCase().padStart(digits, "0");
  return code <= 0xff ? `\\x${hex(2)}` : code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
};

/** The whole text of a file. */
const yamlOf = async (document, collections) => new YamlWriter().document(await withProof(document, collections));
