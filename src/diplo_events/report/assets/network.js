// The network: its lines by one actor, by weight, and as thick as one of two measures; actors without a line are faint.
const networkForm = document.getElementById("_network-filters");
if (networkForm) {
  const drawing = document.querySelector("svg.network");
  const ties = [...drawing.querySelectorAll(".tie")];
  const drawn = () => {
    const [focus, by] = [networkForm.elements.actor.value, networkForm.elements.by.value];
    const least = Number(networkForm.elements.least.value) || 0;
    const most = Math.max(...ties.map((tie) => Number(tie.dataset[by])));
    const near = new Set();
    let count = 0;
    for (const tie of ties) {
      const ends = tie.dataset.ends.split(" ");
      const size = Number(tie.dataset[by]);
      const isShown = size >= least && (!focus || ends.includes(focus));
      tie.toggleAttribute("hidden", !isShown);
      tie.firstElementChild.setAttribute("stroke-width", (1 + 6 * size / most).toFixed(1));
      if (!isShown) continue;
      count += 1;
      for (const end of ends) near.add(end);
    }
    for (const actor of drawing.querySelectorAll(".actor")) actor.classList.toggle("apart", !near.has(actor.dataset.actor));
    networkForm.querySelector("output").value = `${count} of ${ties.length} lines`;
  };
  const change = () => {
    drawn();
    const chosen = ["actor", "by", "least"].map((name) => [name, networkForm.elements[name].value])
      .filter(([name, value]) => value && !(name === "by" && value === "weight"));
    history.replaceState(null, "", `#${networkForm.id}${chosen.length ? `?${new URLSearchParams(chosen)}` : ""}`);
  };
  for (const changing of ["input", "change"]) networkForm.addEventListener(changing, change);
  networkForm.addEventListener("submit", (event) => event.preventDefault());
  networkForm.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault();
    networkForm.reset();
    change();
  });
  views.set(networkForm.id, { form: networkForm, restore: async (query) => {
    networkForm.reset();
    for (const [name, value] of new URLSearchParams(query)) if (networkForm.elements[name]) networkForm.elements[name].value = value;
    drawn();
  } });
  networkForm.hidden = false;
  drawn();
}
