// Adds to pages that are complete without it: the search field at the top, buttons that copy links, and a place in the order
// of the keyboard for what scrolls. All words come from the data attributes of the body.
"use strict";

// On wide screens the contents stand open beside the text.
if (matchMedia("(min-width: 68rem)").matches) {
  document.querySelector(".contents > details")?.setAttribute("open", "");
}

// The field at the top leads to the page that searches, which needs scripts.
document.querySelector(".masthead .search")?.removeAttribute("hidden");

// What the scripts of some pages need as well.
const shared = (() => {
  const words = document.body.dataset;
  const content = document.querySelector(".content");
  if (!content) return null;

  const announcer = document.createElement("p");
  announcer.className = "announce";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);
  let clearing = 0;

  const announce = (text) => {
    announcer.textContent = text;
    clearTimeout(clearing);
    clearing = setTimeout(() => { announcer.textContent = ""; }, 2500);
  };

  const copy = async (text, opener) => {
    closeByHand();
    try {
      await navigator.clipboard.writeText(text);
      announce(words.copied);
    } catch {
      offerByHand(text, opener);
    }
  };

  // What the browser refused to copy stays on the screen, selected, until the reader closes it.
  let closeByHand = () => {};
  const offerByHand = (text, opener) => {
    closeByHand();
    const box = document.createElement("div");
    const label = document.createElement("label");
    const field = document.createElement("textarea");
    box.className = "by-hand";
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", "by-hand-label");
    label.id = "by-hand-label";
    label.htmlFor = field.id = "by-hand-text";
    label.textContent = words.copyFailed;
    field.readOnly = true;
    field.rows = 4;
    field.value = text;
    closeByHand = () => {
      box.remove();
      closeByHand = () => {};
    };
    const leave = () => {
      closeByHand();
      opener.focus();
    };
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(); });
    box.append(label, field, button(words.close, leave));
    document.body.append(box);
    field.select();
  };

  const address = (id) => {
    const canonical = document.querySelector("link[rel=canonical]");
    const base = canonical ? canonical.href : location.href.split("#")[0];
    return id ? `${base}#${id}` : base;
  };

  // Where the site does not know its address, the browser does.
  const citation = document.querySelector(".citation");
  if (citation && !document.querySelector("link[rel=canonical]")) {
    const path = citation.querySelector(".address").textContent;
    citation.querySelectorAll(".address").forEach((place) => { place.textContent = address(); });
    const entry = citation.querySelector("code");
    entry.textContent = entry.textContent.replace(`  url = {${path}}`, () => `  url = {${address()}}`);
  }

  const button = (label, action) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.addEventListener("click", () => action(element));
    return element;
  };

  const addHeadingLink = (heading) => {
    // The heading of a part to unfold is a button already.
    if (heading.closest("summary")) return;
    const element = button("#", (opener) => copy(address(heading.id), opener));
    element.className = "heading-link";
    element.setAttribute("aria-label", `${words.copyLink}: ${heading.textContent}`);
    element.title = words.copyLink;
    // Beside the heading: within it, its words would be part of the name of the heading.
    const holder = document.createElement("div");
    holder.className = "heading";
    heading.before(holder);
    holder.append(heading, element);
  };

  // A box that scrolls can be reached by keyboard. One that shows all of its table does not scroll.
  const measure = new ResizeObserver((entries) => {
    for (const element of new Set(entries.map(({ target }) => target.closest(".table, pre")))) {
      const table = element.querySelector("table");
      const overflows = table ? table.offsetWidth > element.clientWidth + 1 : element.scrollWidth > element.clientWidth;
      if (table) element.classList.toggle("fits", !overflows);
      if (overflows) element.tabIndex = 0;
      else element.removeAttribute("tabindex");
    }
  });

  content.querySelectorAll("h2[id], h3[id]").forEach(addHeadingLink);
  content.querySelectorAll(".table, .table > table, pre, pre > code").forEach((element) => measure.observe(element));

  return { words, content, address, button, copy, announce };
})();
