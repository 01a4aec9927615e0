// Dates of the Extended Date/Time Format, as far as a page can check them: what it cannot decide, `check` does.

const YEAR = "[0-9X]{4}", MONTH = "(?:0[1-9]|1[0-2]|[01]X|X[0-9X]|2[1-9]|3[0-9]|4[01])", DAY = "(?:0[1-9]|[12][0-9]|3[01]|[0-3]X|X[0-9X])";
const ONE_DATE = new RegExp(`^[?~%]?-?${YEAR}[?~%]?(?:-[?~%]?${MONTH}[?~%]?(?:-[?~%]?${DAY}[?~%]?)?)?$`);
const UNUSUAL = /^[?~%YESTZ0-9X:.,+\-/[\]{} ]+$/;
const ONLY_CHECK = "only check can say whether this is a date";

const isOneDate = (text) => {
  if (!ONE_DATE.test(text)) return false;
  const parts = text.replace(/[?~%]/g, "").match(/^-?([0-9]{4})-([0-9]{2})-([0-9]{2})$/);
  if (!parts) return true;
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month <= 12 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
};

/** Whether a text is a date: true, false, or null where only `check` knows. */
const isDate = (text) => {
  if (ONE_DATE.test(text) && text.includes("X")) return null;
  if (isOneDate(text)) return true;
  const interval = text.split("/");
  if (interval.length === 2) {
    const ends = interval.map((end) => (end === "" || end === ".." ? true : isDate(end)));
    if (ends.includes(false)) return false;
    if (interval.every((end) => end === "" || end === "..")) return null;
    if (ends.includes(null)) return null;
    const whole = interval.every((end) => /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(end));
    if (!whole || interval[0].length !== interval[1].length) return null;
    return interval[0] <= interval[1];
  }
  const set = text.match(/^(?:\[(.+)\]|\{(.+)\})$/);
  if (set) {
    const written = (set[1] || set[2]).split(/,|\.\./), items = written.filter(Boolean).map((item) => isDate(item.trim()));
    if (!items.length || items.includes(false)) return false;
    return items.includes(null) || items.length < written.length || / |\.\./.test(text) ? null : true;
  }
  return UNUSUAL.test(text) && /[0-9]/.test(text) && !/^[0-9-]+$/.test(text) ? null : false;
};

const DATE_FORM = "a date in EDTF: 2025-09-04, 2025-09, 2025-09-04?, [2025-09-01..2025-09-04], 2025-09/2025-10";

const dateProblems = (value, path) => (typeof value === "string" && isDate(value) === false ? [problem(path, DATE_FORM, String(value))] : []);
