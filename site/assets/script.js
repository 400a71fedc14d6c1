// Adds to pages that are complete without it: buttons that copy links and citations, and a filter for long
// tables. All words come from the data attributes of the body.
"use strict";

(() => {
  const words = document.body.dataset;
  const content = document.querySelector(".content");
  if (!content) return;

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
    const element = button("#", (opener) => copy(address(heading.id), opener));
    element.className = "heading-link";
    element.setAttribute("aria-label", `${words.copyLink}: ${heading.textContent}`);
    element.title = words.copyLink;
    heading.append(element);
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
    const update = () => {
      const terms = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const matches = terms.every((term) => searchable[index].includes(term));
        row.hidden = !matches;
        if (matches) shown += 1;
      });
      count.textContent = `${shown}/${rows.length} ${words.rowsShown}`;
    };
    input.addEventListener("input", update);
    holder.append(label, input, count);
    box.before(holder);
    update();
  };

  // Vietnamese typed without marks finds words with marks.
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("đ", "d");

  content.querySelectorAll("h2[id], h3[id]").forEach(addHeadingLink);
  content.querySelectorAll("figure.chart").forEach(addChartButtons);
  content.querySelectorAll(".table").forEach(addFilter);
})();
