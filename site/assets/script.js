// Adds to pages that are complete without it: the search field at the top, buttons that copy links and citations, a filter
// for long tables, and a place in the order of the keyboard for what scrolls. All words come from the data attributes of the body.
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

  // The nearest heading above names the place of a chart, so a citation leads to it.
  const headingAbove = (element) => {
    let best = null;
    for (const heading of content.querySelectorAll("h2[id], h3[id]")) {
      if (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) best = heading;
    }
    return best;
  };

  const addChartButtons = (figure) => {
    const image = figure.querySelector("img");
    if (!image) return;
    const caption = figure.querySelector("figcaption")?.textContent || image.alt;
    const target = address(headingAbove(figure)?.id);
    const title = document.querySelector("h1")?.textContent ?? document.title;
    const parts = [caption, title, words.siteTitle, words.asOf].map((part) => part.replace(/[.\s]+$/, ""));
    const group = document.createElement("div");
    group.className = "copy";
    group.append(
      button(words.copyLink, (opener) => copy(target, opener)),
      button(words.copyCitation, (opener) => copy(`${parts.join(". ")}. ${target}`, opener)));
    figure.append(group);
  };

  const addFilter = (box, number) => {
    const rows = [...box.querySelectorAll("tbody tr")];
    if (rows.length <= 15) return;
    const searchable = rows.map((row) => fold(row.textContent));
    const holder = document.createElement("div");
    holder.className = "filter";
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    input.type = "search";
    input.id = `filter-${number}`;
    input.autocomplete = "off";
    label.htmlFor = input.id;
    label.textContent = words.filter;
    count.htmlFor = input.id;
    const verdicts = rows.map(verdictOf);
    let chosen = null;
    const update = () => {
      const terms = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const matches = terms.every((term) => searchable[index].includes(term)) && (!chosen || verdicts[index] === chosen);
        row.hidden = !matches;
        if (matches) shown += 1;
      });
      count.textContent = `${shown}/${rows.length} ${words.rowsShown}`;
    };
    input.addEventListener("input", update);
    holder.append(label, input, ...verdictButtons(verdicts, (verdict) => { chosen = verdict; update(); }), count);
    box.before(holder);
    update();
  };

  // The verdict that a row ends with.
  const verdictOf = (row) => row.lastElementChild?.querySelector(".verdict")?.textContent ?? "";

  // One button for each verdict in a table, with its number of rows; pressed again, all rows are back.
  const verdictButtons = (verdicts, choose) => {
    const counts = new Map();
    for (const verdict of verdicts) if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (counts.size < 2) return [];
    const group = document.createElement("span");
    group.className = "verdicts";
    const buttons = [...counts].map(([verdict, count]) => {
      const element = button(`${verdict} ${count}`, () => {
        const isPressed = element.getAttribute("aria-pressed") === "true";
        for (const other of buttons) other.setAttribute("aria-pressed", "false");
        element.setAttribute("aria-pressed", String(!isPressed));
        choose(isPressed ? null : verdict);
      });
      element.setAttribute("aria-pressed", "false");
      return element;
    });
    group.append(...buttons);
    return [group];
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

  // Vietnamese typed without marks finds words with marks.
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("đ", "d");

  content.querySelectorAll("h2[id], h3[id]").forEach(addHeadingLink);
  content.querySelectorAll("figure.chart").forEach(addChartButtons);
  content.querySelectorAll(".table").forEach(addFilter);
  // What a square stands for is its text, which is not seen.
  content.querySelectorAll(".squares a").forEach((square) => { square.title = square.textContent; });
  content.querySelectorAll(".table, .table > table, pre, pre > code").forEach((element) => measure.observe(element));

  return { words, content, button, announce };
})();
