/*
  What a search finds, on a sheet under the field: a line that says how many, choices to narrow them,
  then the pages, kind by kind, each with its place in the strategy and a passage. Nothing that comes
  from an address, a reader or the index is written as HTML.
*/
import { open, words } from "./search-index.js";

const PAUSE = 250;
/* A space says that another word is to come. */
const BETWEEN_WORDS = 700;
/* How many results are fetched at once while a query grows, and when the others follow. */
const AT_ONCE = 2;
const REST = 600;
const SHOWN = 8;
const IN_A_GROUP = 3;
const PASSAGE = 170;
const FACETS = ["quartier", "kind", "theme", "status"];
const SVG = "http://www.w3.org/2000/svg";

export function attach(root, form, field) {
  const sheet = new Sheet(root, form, field);
  return { search: () => sheet.typed(), enter: () => sheet.enter() };
}

class Sheet {
  constructor(root, form, field) {
    this.root = root;
    this.form = form;
    this.field = field;
    this.turn = 0;
    this.keys = 0;
    this.timer = 0;
    this.query = "";
    this.chosen = {};
    this.output = make("div", "search__output", { id: "search-output", hidden: "" });
    this.status = make("p", "search__status", { role: "status" });
    this.choices = make("details", "search__choices", { hidden: "" });
    this.results = make("div", "search__results");
    const scroll = make("div", "search__scroll");
    scroll.append(this.status, this.choices, this.results);
    this.output.append(scroll);
    root.append(this.output);
    field.setAttribute("aria-controls", this.output.id);
    root.addEventListener("keydown", (event) => this.pressed(event));
    root.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !root.contains(event.relatedTarget)) this.close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!root.contains(event.target)) this.close();
    });
    field.addEventListener("focus", () => this.query && this.show());
  }

  typed() {
    this.keys += 1;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.run(), / $/.test(this.field.value) ? BETWEEN_WORDS : PAUSE);
  }

  /* The key that ends a word: the first result when it is there, else the search at once. */
  async enter() {
    window.clearTimeout(this.timer);
    if (this.field.value.trim() !== this.query || this.output.hidden) await this.run();
    const first = this.results.querySelector("a");
    if (first) first.click();
  }

  async run() {
    const query = this.field.value.trim();
    const turn = (this.turn += 1);
    if (!query) return this.forget();
    this.show();
    try {
      await this.ready();
      if (turn !== this.turn) return;
      this.keep(query);
      if (!this.index.termsOf(query).length) return this.empty(query, query.length < 2 ? this.words.short : this.said("none", { query }));
      this.grows = query !== this.query && query.startsWith(this.query);
      const found = await this.index.search(query, this.grows);
      if (turn !== this.turn) return;
      this.query = query;
      this.found = found;
      this.draw();
      if (this.grows) this.atRest(() => this.complete());
    } catch (error) {
      if (turn === this.turn) this.failed();
    }
  }

  ready() {
    if (!this.opening) {
      this.status.textContent = "…";
      this.opening = open(this.root.getAttribute("data-root")).then((index) => {
        this.index = index;
        this.words = index.entry.words;
        this.rule = new Intl.PluralRules(index.entry.language);
      });
      this.opening.catch(() => (this.opening = null));
    }
    return this.opening;
  }

  forget() {
    this.query = "";
    this.keep("");
    this.close();
  }

  /* What is looked for stands in the address, so that it can be sent, and found on the way back. */
  keep(query) {
    const address = new URL(window.location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
  }

  show() {
    this.output.hidden = false;
  }

  close() {
    this.output.hidden = true;
  }

  empty(query, said) {
    this.query = query;
    this.found = null;
    this.results.replaceChildren();
    this.choices.hidden = true;
    this.status.textContent = said;
  }

  failed() {
    const words = this.words || {};
    const link = make("a", "search__map", { href: this.form.action });
    link.textContent = words.map || this.form.action;
    this.query = "";
    this.status.textContent = words.failed || "";
    this.results.replaceChildren(link);
    this.choices.hidden = true;
  }

  said(key, values) {
    const word = this.words[`${key}.${this.rule.select(values.count)}`] || this.words[`${key}.other`] || this.words[key];
    return word.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  has(page, facet, value) {
    return !value || Boolean(this.index.facets.get(facet).get(value)?.includes(page));
  }

  draw() {
    const { pages, whole, corrected } = this.found;
    const left = pages.filter((page) => FACETS.every((facet) => this.has(page, facet, this.chosen[facet])));
    const saying = left.filter((page) => whole.has(page)).length;
    const told = corrected.map(([typed, found]) => this.said("instead", { typed, found }));
    if (saying || !left.length) told.push(this.said(saying ? "count" : "none", { count: saying, query: this.query }));
    if (left.length > saying) told.push(this.said(saying ? "further" : "partly", { count: left.length - saying }));
    this.status.textContent = told.join(" ");
    this.drawChoices(pages);
    const groups = new Map();
    for (const page of left) {
      const kind = this.index.kinds.get(page);
      if (!groups.has(kind)) groups.set(kind, []);
      groups.get(kind).push(page);
    }
    let room = SHOWN;
    this.drawn = 0;
    const drawn = [...groups].map(([kind, within]) => {
      const count = Math.min(room, groups.size > 1 ? IN_A_GROUP : SHOWN, within.length);
      room -= count;
      return this.group(kind, within, count);
    });
    this.results.replaceChildren(...drawn);
    if (!left.length) this.results.append(this.wayOut());
  }

  wayOut() {
    const link = make("a", "search__map", { href: this.form.action });
    link.textContent = this.words.map;
    return link;
  }

  group(kind, pages, count) {
    const section = make("section", "search__group");
    const heading = make("p", "search__kind", { id: `search-${[...this.index.facets.get("kind").keys()].indexOf(kind)}` });
    heading.textContent = `${kind} (${pages.length})`;
    const list = make("ol", "", { "aria-labelledby": heading.id });
    const more = make("button", "search__more", { type: "button" });
    section.append(heading, list, more);
    let shown = 0;
    const add = (number) => {
      const items = pages.slice(shown, shown + number).map((page) => this.item(page));
      shown += items.length;
      list.append(...items);
      more.hidden = shown >= pages.length;
      if (!more.hidden) more.textContent = this.said("more", { count: pages.length - shown });
      return items[0];
    };
    add(count);
    more.addEventListener("click", () => {
      this.grows = false;
      const first = add(SHOWN);
      first?.querySelector("a").focus();
    });
    return section;
  }

  /* A line of the list, empty until its page has come: places are kept, so that nothing jumps. */
  item(number) {
    const item = make("li", "search__item");
    const link = make("a", "", { href: "#" });
    link.textContent = "…";
    item.append(link);
    const { terms } = this.found;
    this.fetched(number).then(
      ({ address, title, sign, word, place, example, text: content = "" }) => {
        link.href = this.root.getAttribute("data-root") + encodeURI(address || "");
        link.replaceChildren(...this.marked(title, terms));
        const told = make("p", "search__place");
        if (sign) told.append(this.sign(sign), " ");
        told.append([word, place].filter(Boolean).join(" · "));
        if (example) told.append(" ", text(make("span", "mark"), this.words.example));
        item.append(told);
        const passage = this.passage(content, terms);
        if (passage) item.append(passage);
      },
      () => item.remove(),
    );
    return item;
  }

  /* A page that is shown. What a longer query would send away is not fetched before it is read. */
  fetched(number) {
    this.drawn += 1;
    if (!this.grows || this.drawn <= AT_ONCE) return this.index.page(number);
    return new Promise((done) => this.atRest(() => done(this.index.page(number))));
  }

  /* Does it once nothing was typed for a while. */
  atRest(act) {
    const keys = this.keys;
    window.setTimeout(() => keys === this.keys && act(), REST);
  }

  /* Looks again for all the forms of the words, now that the query is whole. */
  async complete() {
    const { turn, found } = this;
    const whole = await this.index.search(this.query).catch(() => found);
    if (turn !== this.turn || whole.pages.length === found.pages.length) return;
    if (document.activeElement !== this.field) return;
    this.grows = false;
    this.found = whole;
    this.draw();
  }

  sign(name) {
    const [style, path] = this.index.entry.signs[name];
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", `glyph ${style}`);
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const drawn = document.createElementNS(SVG, "path");
    drawn.setAttribute("d", path);
    svg.append(drawn);
    return svg;
  }

  /* Whether a word as it is written is one that is looked for. */
  isAsked(written, terms) {
    return words(written).some((word) => terms.some((term) => this.index.isLike(term, word)));
  }

  marked(said, terms) {
    return said.split(/([\p{L}\p{N}]+)/u).map((part, at) =>
      at % 2 && this.isAsked(part, terms) ? text(document.createElement("mark"), part) : part);
  }

  /* Where the most of what is looked for stands together. */
  bestStart(content, terms) {
    const seen = [];
    for (const { 0: written, index } of content.matchAll(/[\p{L}\p{N}]+/gu)) {
      const asked = words(written).flatMap((word) => terms.filter((term) => this.index.isLike(term, word)));
      if (asked.length) seen.push([index, asked[0]]);
    }
    const near = (at) => new Set(seen.filter(([index]) => index >= at && index < at + PASSAGE / 2).map(([, term]) => term)).size;
    return seen.reduce((best, [index]) => (best < 0 || near(index) > near(best) ? index : best), -1);
  }

  passage(content, terms) {
    if (!content) return null;
    const at = this.bestStart(content, terms);
    const start = at < PASSAGE / 2 ? 0 : content.indexOf(" ", at - PASSAGE / 3) + 1;
    let end = content.length;
    if (end > start + PASSAGE) end = Math.max(content.lastIndexOf(" ", start + PASSAGE), at + 1);
    const shown = make("p", "search__passage");
    shown.append(start ? "… " : "", ...this.marked(content.slice(start, end), terms), end < content.length ? " …" : "");
    return shown;
  }

  drawChoices(pages) {
    const among = new Set(pages);
    const wasOpen = this.choices.open;
    const focused = this.choices.contains(document.activeElement) ? document.activeElement.name : "";
    const rows = FACETS.map((facet) => this.choice(facet, among)).filter(Boolean);
    this.choices.hidden = !rows.length || pages.length < 2;
    const fields = make("div", "search__fields");
    fields.append(...rows);
    this.choices.replaceChildren(text(document.createElement("summary"), this.words.filters), fields);
    this.choices.open = wasOpen || Object.values(this.chosen).some(Boolean);
    if (focused) this.choices.querySelector(`select[name="${focused}"]`)?.focus();
  }

  choice(facet, among) {
    const left = [...among].filter((page) =>
      FACETS.every((each) => each === facet || this.has(page, each, this.chosen[each])));
    const within = new Set(left);
    const counted = [...(this.index.facets.get(facet) || [])]
      .map(([value, pages]) => [value, pages.filter((page) => within.has(page)).length])
      .filter(([value, count]) => count || value === this.chosen[facet]);
    if (!counted.length) return null;
    const label = make("label", "search__choice");
    const select = make("select", "", { name: facet });
    select.append(new Option(`${this.words.any} (${left.length})`, ""));
    for (const [value, count] of counted) select.append(new Option(`${value} (${count})`, value));
    select.value = this.chosen[facet] || "";
    select.addEventListener("change", () => {
      this.chosen[facet] = select.value;
      this.grows = false;
      this.draw();
    });
    label.append(text(document.createElement("span"), this.words[facet]), select);
    return label;
  }

  pressed(event) {
    if (event.key === "Escape" && !this.output.hidden) {
      event.preventDefault();
      this.field.focus();
      this.close();
      return;
    }
    if (event.target.tagName === "SELECT" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const stops = [this.field, ...this.results.querySelectorAll("a, button:not([hidden])")];
    const at = stops.indexOf(event.target);
    if (this.output.hidden || at < 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    stops[(at + step + stops.length) % stops.length].focus();
  }
}

function make(name, style, attributes = {}) {
  const element = document.createElement(name);
  if (style) element.className = style;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function text(element, said) {
  element.textContent = said;
  return element;
}
