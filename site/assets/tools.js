// What readers do with charts and tables: filter the rows of a long table, cite, save a chart as a picture and a table as a
// file of comma-separated values. Loaded by pages that may have either, after script.js, whose buttons it shares.
"use strict";

(({ words, content, address, button, copy, announce }) => {
  const SCALE = 3;
  const name = location.pathname.split("/").filter(Boolean).pop() ?? "index";

  const save = (blob, file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const fileName = (image, extension) =>
    `${new URL(image.src).pathname.split("/").pop().replace(/\.svg$/, "")}.${extension}`;

  const fetchDrawing = async (image) => {
    const response = await fetch(image.src);
    if (!response.ok) throw new Error(`${response.status}`);
    return response.text();
  };

  // Drawn from the chart's own file, which is light on white whatever the reader's screen prefers.
  const savePicture = async (image) => {
    const picture = new Image(image.width * SCALE, image.height * SCALE);
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await fetchDrawing(image))}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    save(blob, fileName(image, "png"));
  };

  // The figures of a chart stand in its drawing.
  const figures = async (image) => {
    const [, table] = (await fetchDrawing(image)).match(/<metadata>([^<]*)<\/metadata>/);
    // The browser undoes the escapes. Read as a drawing, it would find the styles there against the policy of the page.
    return JSON.parse(new DOMParser().parseFromString(table, "text/html").body.textContent);
  };

  const saveFigures = async (image) => {
    const { columns, rows } = await figures(image);
    const lines = [columns, ...rows].map((row) => row.map((cell) => csvField(String(cell ?? ""))).join(",") + "\n");
    save(new Blob(lines, { type: "text/csv;charset=utf-8" }), fileName(image, "csv"));
  };

  // One object for each row, as programs read it.
  const saveObjects = async (image) => {
    const { columns, rows } = await figures(image);
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place]])));
    save(new Blob([JSON.stringify(objects, null, 2) + "\n"], { type: "application/json" }), fileName(image, "json"));
  };

  // A spreadsheet must not run it.
  const csvField = (text) => {
    const safe = /^'*[=@+-]/.test(text) && !/^[+-]\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  // The words of a cell without the marks of sources.
  const cellText = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".cite, .more").forEach((mark) => mark.remove());
    return csvField(copy.textContent.replace(/\s+/g, " ").trim());
  };

  const saveTable = (table, number) => {
    // A filter leaves out rows; only what is seen is saved.
    const lines = [...table.rows].filter((row) => !row.hidden).map((row) => [...row.cells].map(cellText).join(",") + "\n");
    save(new Blob(lines, { type: "text/csv;charset=utf-8" }), `${name}-${number}.csv`);
  };

  // A save that fails says so; the picture and the table stay where they are.
  const saver = (label, action) =>
    button(label, async () => {
      try {
        await action();
        announce(words.saved);
      } catch {
        announce(words.saveFailed);
      }
    });

  // The nearest heading above names the place of a chart or table, so a citation leads to it.
  const headingAbove = (element) => {
    let best = null;
    for (const heading of content.querySelectorAll("h2[id], h3[id]")) {
      if (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) best = heading;
    }
    return best;
  };

  // The first sentence of a caption says what is shown.
  const firstSentence = (text) => text.split(/\.\s|\.$/)[0].trim();

  // The page's own citations, for a chart or table on it: its name, and the address of its place.
  const citations = (name, kind, id) => {
    const page = document.querySelector("h1").textContent;
    const title = `${name}, ${kind} ${page}`;
    const styles = [...document.querySelectorAll(".citation p:has(cite)")].map((style) => {
      const text = style.querySelector("span").cloneNode(true);
      text.querySelector("cite").textContent = title;
      text.querySelector(".address").textContent = address(id);
      return [style.querySelector("b").textContent, text.textContent.trim()];
    });
    const marked = title.replace(/[&%$#_{}]/g, "\\$&");
    const entry = document.querySelector(".citation pre").textContent
      .replace(/^(@misc\{.*),$/m, (line, key) => (id ? `${key}-${id},` : line))
      .replace(/^ {2}title = .*$/m, () => `  title = {${marked}},`)
      .replace(/^ {2}url = .*$/m, () => `  url = {${address(id)}},`);
    return [...styles, ["BibTeX", entry]];
  };

  const copyButton = (text) =>
    button(words.citeCopy, async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        announce(words.copied);
      } catch {
        // What the browser refused to copy is on the screen, and now selected.
        getSelection().selectAllChildren(text);
        announce(words.copyFailed);
      }
    });

  // Texts to copy, each below its name, until the reader closes the box.
  let close = () => {};
  const offer = (title, texts, opener) => {
    close();
    const box = document.createElement("div");
    box.className = "by-hand";
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", title);
    box.tabIndex = -1;
    for (const [name, content] of texts) {
      const label = document.createElement("b");
      const text = document.createElement("p");
      label.textContent = name;
      text.textContent = content;
      box.append(label, text, copyButton(text));
    }
    close = () => {
      box.remove();
      opener.focus();
      close = () => {};
    };
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
    box.append(button(words.close, () => close()));
    document.body.append(box);
    box.focus();
  };

  // What a page of another site needs to show the chart in a frame: as wide as there is room, as high as a column of text
  // would make it.
  const frame = (image, title) => {
    const source = image.src.replace(/\.svg$/, ".html");
    const height = Math.round((560 / image.width) * image.height) + 160;
    const element = document.createElement("iframe");
    const attributes = { src: source, title, width: "100%", height, loading: "lazy", frameborder: 0 };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element.outerHTML;
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

  // Vietnamese typed without marks finds words with marks.
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replaceAll("đ", "d");

  const addChartButtons = (figure) => {
    const image = figure.querySelector("img");
    if (!image) return;
    const caption = figure.querySelector("figcaption")?.textContent || image.alt;
    const id = headingAbove(figure)?.id;
    const group = document.createElement("div");
    group.className = "copy";
    const name = firstSentence(caption);
    group.append(
      button(words.copyLink, (opener) => copy(address(id), opener)),
      button(words.cite, (opener) => offer(words.cite, citations(name, words.citeChart, id), opener)),
      button(words.embed, (opener) => offer(words.embed, [[words.embedCode, frame(image, name)]], opener)),
      saver(words.savePicture, () => savePicture(image)),
      saver(words.saveFigures, () => saveFigures(image)),
      saver(words.saveObjects, () => saveObjects(image)));
    figure.append(group);
  };

  const addTableButtons = (table, index) => {
    const heading = headingAbove(table);
    const group = document.createElement("div");
    group.className = "save";
    group.append(saver(words.saveTable, () => saveTable(table, index + 1)));
    const name = table.caption?.textContent || heading?.textContent;
    if (name && heading) {
      const texts = () => citations(firstSentence(name), words.citeTable, heading.id);
      group.append(button(words.cite, (opener) => offer(words.cite, texts(), opener)));
    }
    table.parentElement.after(group);
  };

  // The texts of a citation are on the page; the buttons are not.
  for (const text of document.querySelectorAll(".citation :is(p > span, pre)")) text.after(copyButton(text));
  content.querySelectorAll(".table").forEach(addFilter);
  content.querySelectorAll("figure.chart").forEach(addChartButtons);
  [...content.querySelectorAll(".table > table")].filter((table) => !table.closest(".facts")).forEach(addTableButtons);
  // What a square stands for is its text, which is not seen.
  content.querySelectorAll(".squares a").forEach((square) => { square.title = square.textContent; });
})(shared);
