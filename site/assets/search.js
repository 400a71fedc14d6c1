// The search field on the search page and on the page for missing addresses. All words come from the data attributes of
// the body; the index is that of Pagefind, if the site was built with one.

const words = document.body.dataset;
const pageSize = 10;
// Each word with d doubles the number of queries.
const mostDoubled = 3;

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

// Pagefind folds tones and marks of vowels. To it đ is a letter of its own, so who types d is asked for as both.
export const forms = (query) => {
  const parts = query.normalize("NFC").trim().split(/\s+/u).filter(Boolean);
  const doubled = parts.flatMap((part, place) => (/^d/i.test(part) ? [place] : [])).slice(0, mostDoubled);
  const found = [];
  for (let choice = 0; choice < 2 ** doubled.length; choice += 1) {
    found.push(parts.map((part, place) => {
      const bit = doubled.indexOf(place);
      return bit >= 0 && choice & (1 << bit) ? `đ${part.slice(1)}` : part;
    }).join(" "));
  }
  return found;
};

// One list of several: each result once, with its best score, the best first. Of equals what was typed comes before its
// other forms.
export const join = (lists) => {
  const best = new Map();
  for (const result of lists.flat()) {
    // The place in the map is that of the first.
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  return [...best.values()].sort((left, right) => right.score - left.score);
};

// The text of an excerpt with its marked words. Pagefind escapes the two brackets only.
const excerpt = (html) =>
  html.split(/(<mark>.*?<\/mark>)/su).map((part) => {
    const isMarked = part.startsWith("<mark>");
    const text = part.replace(/<\/?mark>/gu, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return isMarked ? make("mark", { textContent: text }) : text;
  });

// Loads the index once; null where the site has none.
let loading = null;
const load = () => {
  loading ??= (async () => {
    try {
      const folder = new URL("../pagefind/", import.meta.url);
      const { createInstance } = await import(new URL("pagefind.js", folder).href);
      const engine = createInstance({
        basePath: folder.pathname,
        baseUrl: new URL("..", folder).pathname,
        noWorker: true,
        // A page with the words in its title is about them.
        ranking: { metaWeights: { title: 20 } },
      });
      await engine.init();
      const { kind = {} } = await engine.filters();
      return { engine, names: Object.keys(kind) };
    } catch {
      return null;
    }
  })();
  return loading;
};

// The results, and the kind of each: asked of the index too, so that no page of theirs need be loaded to be counted.
const find = async ({ engine, names }, query) => {
  const all = forms(query.replaceAll('"', " "));
  // Pagefind leaves out a word that no page has, and would answer for the others.
  const parts = [...new Set(all.flatMap((form) => form.split(" ")))];
  const answers = await Promise.all(parts.map(async (part) => (await engine.search(part)).results.length));
  const isThere = (part) => answers[parts.indexOf(part)] > 0;
  const queries = all.filter((form) => form.split(" ").every(isThere));
  const ask = (options) => Promise.all(queries.map(async (form) => (await engine.search(form, options)).results));
  const results = join(await ask());
  const kinds = new Map();
  for (const kind of names) {
    for (const { id } of (await ask({ filters: { kind } })).flat()) kinds.set(id, kind);
  }
  return { results, kinds };
};

// The words that an address ends with.
export const wordsOf = (path) => {
  const last = path.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(last).replace(/\.\w+$/u, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  } catch {
    return "";
  }
};

const content = document.querySelector(".content");
const field = make("input", { type: "search", name: "q", id: "search-words", autocomplete: "off" });
const form = make("form", { className: "search-field" },
  make("label", { htmlFor: field.id, textContent: words.searchLabel }), field,
  make("button", { textContent: words.searchButton }));
form.setAttribute("role", "search");
const status = make("p", { className: "search-status" });
status.setAttribute("role", "status");
const kindButtons = make("div", { className: "verdicts" });
const list = make("ol", { className: "search-results" });
const more = make("button", { type: "button", textContent: words.searchMore, hidden: true });
const box = make("div", { className: "search-box" }, form, status, kindButtons, list, make("p", { className: "search-more" }, more));

const say = (text, leadsToList = false) => {
  status.replaceChildren(text);
  if (leadsToList) status.append(" ", make("a", { href: words.alphabetHref, textContent: words.alphabet }), ".");
};

let run = 0;
let show = async () => {};

const item = async (result, kind) => {
  const data = await result.data();
  return make("li", {},
    make("h2", {}, make("a", { href: data.url, textContent: data.meta.title })),
    make("p", { className: "search-kind", textContent: kind }),
    make("p", {}, ...excerpt(data.excerpt)));
};

const search = async () => {
  run += 1;
  const own = run;
  const query = field.value.trim();
  const address = new URL(location.href);
  if (document.body.classList.contains("page-search")) {
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }
  const clear = () => {
    list.replaceChildren();
    kindButtons.replaceChildren();
    more.hidden = true;
  };
  if (!query) {
    clear();
    say("");
    return;
  }
  if (!list.children.length) say(words.searchWait);
  const index = await load();
  const { results: found, kinds } = index ? await find(index, query) : {};
  // A later query has its own answer.
  if (own !== run) return;
  clear();
  if (!index) return say(words.searchAbsent, true);
  if (!found.length) return say(words.searchNone, true);
  const counts = new Map();
  for (const { id } of found) counts.set(kinds.get(id), (counts.get(kinds.get(id)) ?? 0) + 1);
  let chosen = null;
  const buttons = [...counts].map(([kind, count]) => {
    const button = make("button", { type: "button", textContent: `${kind} ${count}` });
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      chosen = chosen === kind ? null : kind;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button && chosen !== null));
      start();
    });
    return button;
  });
  if (buttons.length > 1) kindButtons.append(...buttons);
  const start = () => {
    const wanted = chosen ? found.filter(({ id }) => kinds.get(id) === chosen) : found;
    list.replaceChildren();
    say(`${words.searchCount} ${wanted.length}`);
    run += 1;
    const turn = run;
    show = async () => {
      const shown = list.children.length;
      const next = wanted.slice(shown, shown + pageSize);
      const items = await Promise.all(next.map((result) => item(result, kinds.get(result.id))));
      if (turn !== run) return null;
      list.append(...items);
      more.hidden = list.children.length >= wanted.length;
      return items[0];
    };
    return show();
  };
  await start();
};

let waiting = 0;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search();
});
more.addEventListener("click", async () => {
  const first = await show();
  first?.querySelector("a").focus();
});

if (content && words.searchLabel) {
  content.querySelector("p").after(box);
  if (document.body.classList.contains("page-search")) {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
  } else if (!location.pathname.endsWith("/404.html")) {
    field.value = wordsOf(location.pathname);
  }
  if (field.value) search();
}
