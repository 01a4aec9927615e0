"use strict";
// Filters: each list of records has selects named after the data attribute that they look at.
for (const form of document.querySelectorAll("form.filters")) {
  const records = [...document.querySelectorAll(`#${form.dataset.list} > [data-filtered]`)];
  const count = form.querySelector("output");
  const apply = () => {
    const wanted = [...form.elements].filter((e) => e.name && e.value).map((e) => [e.name, e.value]);
    let shown = 0;
    for (const record of records) {
      const fits = wanted.every(([name, value]) =>
        name === "words"
          ? record.textContent.toLowerCase().includes(value.toLowerCase())
          : (record.dataset[name] || "").split(" ").includes(value));
      record.hidden = !fits;
      shown += fits;
    }
    count.value = `${shown} of ${records.length}`;
  };
  for (const changing of ["input", "change"]) form.addEventListener(changing, apply);
  form.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
// A link to a record shows it, whatever the filters say.
const reveal = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.hidden = false;
  for (let around = target.parentElement; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
  }
  target.scrollIntoView({ block: "center" });
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
};
addEventListener("hashchange", reveal);
reveal();
// Escape closes the evidence of a cell until the cell is left.
for (const cell of document.querySelectorAll(".matrix td")) {
  cell.addEventListener("keydown", (event) => { if (event.key === "Escape") cell.classList.add("closed"); });
  for (const leaving of ["mouseleave", "focusout"]) cell.addEventListener(leaving, () => cell.classList.remove("closed"));
}
