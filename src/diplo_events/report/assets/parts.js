"use strict";
// Parts: pieces of a large page that are packed inside it; each is unpacked when it is asked for.
const PAGE = 20;
const blocks = [...document.querySelectorAll("script.packed")].map((holder) => (
  { holder, first: Number(holder.dataset.first), count: Number(holder.dataset.count) }));
const canUnpack = typeof DecompressionStream !== "undefined";
const unpacked = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(stream).text()).split("\x1e");
};
const partOf = async (number) => {
  const block = blocks.findLast(({ first }) => first <= number);
  block.texts ??= unpacked(block.holder.textContent);
  return (await block.texts)[number - block.first];
};
const dataOf = async (number) => JSON.parse(await partOf(Number(number)));
const elementOf = async (number) => {
  const template = document.createElement("template");
  template.innerHTML = await partOf(number);  // made and escaped with the rest of the page
  return template.content.firstElementChild;
};
let known;  // the number of the part in which an id is: the last part of all
const placesOf = () => known ??= blocks.length && canUnpack
  ? dataOf(blocks.at(-1).first + blocks.at(-1).count - 1) : Promise.resolve({});
const placeOf = async (key) => {
  const places = await placesOf();
  return Object.hasOwn(places, key) ? places[key] : undefined;
};
// A list is seen page by page; what is packed becomes elements as it is seen.
const listings = new Map();
const listingOf = (container, after) => {
  const [first, count] = (container.dataset.parts ?? "0 0").split(" ").map(Number);
  const there = [...container.children].filter((child) => !["THEAD", "CAPTION"].includes(child.tagName));
  const packed = canUnpack ? Array.from({ length: count }, (_, at) => ({ part: first + at })) : [];
  const entries = [...there.map((node) => ({ node })), ...packed];
  const [before, more] = ["before", "after"].map((side) => {
    const button = document.createElement("button");
    button.className = `more ${side}`;
    button.type = "button";
    after[side](button);
    return button;
  });
  const page = Number(container.dataset.page ?? PAGE);
  let turn = 0;
  const listing = {
    container, entries, first, count, page, fitting: entries, start: 0, limit: page,
    ready: async (wanted) => {
      const missing = wanted.filter((entry) => !entry.node);
      const made = await Promise.all(missing.map((entry) => elementOf(entry.part)));
      missing.forEach((entry, at) => { entry.node ??= made[at]; });
    },
    show: async () => {
      const mine = turn += 1;
      const wanted = listing.fitting.slice(listing.start, listing.limit);
      if (wanted.some((entry) => !entry.node)) await listing.ready(wanted);
      if (mine !== turn) return;
      const shown = new Set(wanted);
      for (const entry of entries) if (entry.node) entry.node.hidden = !shown.has(entry);
      container.append(...listing.fitting.flatMap((entry) => entry.node ?? []));
      const left = listing.fitting.length - listing.limit;
      listing.afterwards?.();
      before.hidden = !listing.start;
      before.textContent = `show ${Math.min(page, listing.start)} before these`;
      more.hidden = left <= 0;
      more.textContent = `show ${Math.min(page, left)} more of ${listing.fitting.length}`;
    },
    reveal: async (entry) => {
      const at = listing.fitting.indexOf(entry);
      if (at >= listing.limit + 5 * page) [listing.start, listing.limit] = [at - at % page, at - at % page + page];
      if (at < listing.start) listing.start = at - at % page;
      listing.limit = Math.max(listing.limit, at + 1);
      await listing.show();
    },
  };
  before.addEventListener("click", () => {
    listing.start = Math.max(listing.start - page, 0);
    listing.show();
  });
  more.addEventListener("click", () => {
    listing.limit += page;
    listing.show();
  });
  listings.set(container, listing);
  return listing;
};
// A list without filters is filled when what folds it is opened.
for (const container of document.querySelectorAll("[data-parts]:not(.list)")) {
  const around = container.closest("details");
  const scrolls = container.closest(".scroll, table");
  const begin = () => {
    if (!listings.has(container)) listingOf(container, scrolls ?? container).show();
  };
  if (!around || around.open) begin();
  else around.addEventListener("toggle", begin, { once: true });
}
