// What readers take along: a chart as a picture, a table as a file of comma-separated values. Loaded by pages that may
// have either, after script.js, whose buttons and announcements it shares.
"use strict";

(({ words, content, button, announce }) => {
  const SCALE = 3;
  const name = location.pathname.split("/").filter(Boolean).pop() ?? "index";

  const save = (blob, file) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const fileName = (address, extension) => `${address.split("/").pop().replace(/\.svg$/, "")}.${extension}`;

  // Drawn from the chart's own file, light on white whatever the reader's screen prefers.
  const savePicture = async (image) => {
    const response = await fetch(image.src);
    if (!response.ok) throw new Error(`${response.status}`);
    const drawing = (await response.text()).replaceAll("prefers-color-scheme:dark", "max-width:0");
    const picture = new Image(image.width * SCALE, image.height * SCALE);
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    save(blob, fileName(new URL(image.src).pathname, "png"));
  };

  // The words of a cell without the marks of sources; a spreadsheet must not run it.
  const cellText = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".cite, .more").forEach((mark) => mark.remove());
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    const safe = /^'*[=@+-]/.test(text) && !/^[+-]\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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

  content.querySelectorAll("figure.chart").forEach((figure) => {
    const image = figure.querySelector("img");
    if (image) figure.querySelector(".copy")?.append(saver(words.savePicture, () => savePicture(image)));
  });
  const tables = [...content.querySelectorAll(".table > table")].filter((table) => !table.closest(".facts"));
  tables.forEach((table, index) => {
    const group = document.createElement("div");
    group.className = "save";
    group.append(saver(words.saveTable, () => saveTable(table, index + 1)));
    table.parentElement.after(group);
  });
})(shared);
