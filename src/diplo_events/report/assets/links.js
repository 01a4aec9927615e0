// A link to a record shows it, whatever the filters say and wherever it is packed; a link to a view restores it.
const revealPart = async (key) => {
  const number = await placeOf(key);
  if (number === undefined) return;
  for (const container of document.querySelectorAll("[data-parts]")) {
    const [first, count] = container.dataset.parts.split(" ").map(Number);
    if (number < first || number >= first + count) continue;
    for (let around = container; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
    const listing = listings.get(container) ?? listingOf(container, container.closest(".scroll, table") ?? container);
    const entry = listing.entries.find(({ part }) => part === number);
    await (views.get(container.id) ?? listing).reveal(entry);
    return;
  }
};
const reveal = async () => {
  const [key, query] = decodeURIComponent(location.hash.slice(1)).split("?");
  if (!key) return;
  if (views.has(key)) await views.get(key).restore(query ?? "");
  else if (!document.getElementById(key)) await revealPart(key);
  const target = views.has(key) ? views.get(key).form : document.getElementById(key);
  if (!target) return;
  for (let around = target; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
    const listing = listings.get(around.parentElement);
    const entry = listing?.entries.find(({ node }) => node === around);
    if (entry && around.hidden) await (views.get(around.parentElement.id) ?? listing).reveal(entry);
  }
  target.querySelector(":scope > details")?.setAttribute("open", "");
  target.scrollIntoView({ block: target.tagName === "SECTION" || views.has(key) ? "start" : "center" });
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
};
// A table that fits needs no frame that scrolls: its heads stick to the window, and all its rows are seen.
const frame = document.querySelector(".matrix-frame");
const fit = () => {
  frame.classList.remove("fits");
  frame.classList.toggle("fits", frame.scrollWidth <= frame.clientWidth);
};
if (frame) {
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(frame.parentElement);
  fit();
}
addEventListener("hashchange", reveal);
if (canUnpack) for (const note of document.querySelectorAll(".left-out")) note.hidden = true;
reveal();
