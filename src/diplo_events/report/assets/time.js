// Time: two sliders choose which part of the axis fills its width; the marks keep their shape, and finer days get marks.
const timeForm = document.getElementById("_time");
const DAY_STEPS = [1, 2, 7, 14];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
if (timeForm) {
  const days = document.querySelector("svg.timeline svg.days");
  const [left, , width, height] = days.getAttribute("viewBox").split(" ").map(Number);
  const stretches = days.dataset.stretches.split(";").map((part) => part.split(",").map(Number));
  const written = [...days.querySelectorAll(":scope > .tick, :scope > .axis")];
  const make = (tag, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    return made;
  };
  const dateOf = (day) => new Date((day - 719163) * 86400000);  // of the day 1 of the year 1 on, as the page counts them
  const marks = (zoom, from, to) => stretches.flatMap(([first, last, start, end]) => {
    const each = (end - start) / (last + 1 - first);
    const step = DAY_STEPS.find((count) => count * each * zoom >= 60);
    if (!step) return [];
    const found = [];
    let year = 0;
    for (let day = first; day <= last; day += step) {
      const x = start + (day - first) * each;
      if (x < from || x > to) continue;
      const when = dateOf(day);
      found.push(make("line", { class: "axis", x1: x, x2: x, y1: 34, y2: height }, ""),
        make("text", { class: "tick", x, y: 30 }, `${when.getUTCDate()} ${MONTHS[when.getUTCMonth()]}`));
      if (when.getUTCFullYear() !== year) found.push(make("text", { class: "tick", x, y: 14 }, String(when.getUTCFullYear())));
      year = when.getUTCFullYear();
    }
    return found;
  });
  const keepShape = (part, x, zoom) => part.setAttribute("transform", `translate(${x} 0) scale(${1 / zoom} 1) translate(${-x} 0)`);
  const draw = () => {
    const zoom = Number(timeForm.elements.zoom.value);
    const shown = width / zoom;
    const from = left + Number(timeForm.elements.at.value) * (width - shown);
    days.setAttribute("viewBox", `${from} 0 ${shown} ${height}`);
    timeForm.elements.at.disabled = zoom === 1;
    for (const part of days.querySelectorAll(":scope > .tick, :scope > .axis")) part.remove();
    const finer = zoom > 1 ? marks(zoom, from, from + shown) : [];
    days.prepend(...(finer.length ? finer : written));
    for (const part of days.querySelectorAll("text.tick")) keepShape(part, Number(part.getAttribute("x")), zoom);
    for (const part of days.querySelectorAll("path.beyond, path.break")) keepShape(part, Number(/^M(-?[\d.]+)/.exec(part.getAttribute("d"))[1]), zoom);
  };
  const change = () => {
    draw();
    const { zoom, at } = timeForm.elements;
    const query = zoom.value === "1" ? "" : `?${new URLSearchParams([["zoom", zoom.value], ["at", at.value]])}`;
    history.replaceState(null, "", `#_time${query}`);
  };
  for (const changing of ["input", "change"]) timeForm.addEventListener(changing, change);
  timeForm.addEventListener("submit", (event) => event.preventDefault());
  timeForm.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    timeForm.reset();
    change();
  });
  views.set("_time", { form: timeForm, restore: async (query) => {
    timeForm.reset();
    for (const [name, value] of new URLSearchParams(query)) if (timeForm.elements[name]) timeForm.elements[name].value = value;
    draw();
  } });
  timeForm.hidden = false;
  draw();
}
