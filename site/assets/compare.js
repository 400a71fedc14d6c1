// Where all provinces are compared, boxes choose among the columns of the provinces and the sections of the indexes.
// The address holds what is chosen: ?tinh=bac-kan,nam-dinh&chi-so=PAR,SIPAS. All words come from the data attributes of
// the body.
"use strict";

(() => {
  const words = document.body.dataset;
  const content = document.querySelector(".content");

  const addChoices = () => {
    const first = content.querySelector("h2");
    if (!first) return;
    const provinces = new Map();
    for (const table of content.querySelectorAll("table")) {
      [...table.rows[0].cells].forEach((cell, place) => {
        const id = cell.querySelector("a[href]")?.pathname.match(/\/(?:tinh|province)\/([^/]+)\/$/)?.[1];
        if (!id) return;
        const column = provinces.get(id) ?? { name: cell.textContent, parts: [] };
        column.parts.push(...[...table.rows].map((row) => row.cells[place]));
        provinces.set(id, column);
      });
    }
    const indexes = new Map();
    for (const heading of content.querySelectorAll("h3[id^=index-]")) {
      const parts = [heading.closest(".heading") ?? heading];
      for (let next = parts[0].nextElementSibling; next && !next.matches("h2, h3, .heading"); next = next.nextElementSibling) {
        parts.push(next);
      }
      const entry = document.querySelector(`.contents a[href="#${heading.id}"]`)?.closest("li");
      if (entry) parts.push(entry);
      const id = heading.id.slice("index-".length).toUpperCase();
      indexes.set(id, { name: id, parts });
    }
    const holder = document.createElement("div");
    holder.className = "choices";
    holder.append(
      ...choice("tinh", words.chooseProvinces, provinces), ...choice("chi-so", words.chooseIndexes, indexes));
    (first.closest(".heading") ?? first).before(holder);
  };

  // A box for each of the options; what has no box ticked is hidden. An address without any of them shows all.
  const choice = (key, legend, options) => {
    if (options.size < 2) return [];
    const named = (new URLSearchParams(location.search).get(key) ?? "").split(",").filter((id) => options.has(id));
    const chosen = new Set(named.length ? named : options.keys());
    const update = () => {
      for (const [id, { parts }] of options) for (const part of parts) part.hidden = !chosen.has(id);
    };
    const remember = () => {
      const parameters = new URLSearchParams(location.search);
      const ids = [...options.keys()].filter((id) => chosen.has(id));
      if (ids.length === options.size) parameters.delete(key);
      else parameters.set(key, ids.join(","));
      const query = parameters.toString().replaceAll("%2C", ",");
      history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    };
    const group = document.createElement("fieldset");
    const title = document.createElement("legend");
    title.textContent = legend;
    group.append(title);
    for (const [id, { name }] of options) {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = chosen.has(id);
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(id);
        else chosen.delete(id);
        update();
        remember();
      });
      label.append(box, name);
      group.append(label);
    }
    update();
    return [group];
  };

  addChoices();
})();
