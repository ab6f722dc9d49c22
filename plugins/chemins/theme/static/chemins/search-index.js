/*
  Reads the index that Pagefind made, piece by piece: for each word that is looked for the piece that
  holds it, then the pages that are shown. Pagefind's own reader weighs 118 KB before the first word,
  more than all that a search fetches here (decision 37).

  The index holds words without case, accents or elisions; the forms of a word are found here, among
  the words of its piece that begin alike.
*/

const TERMS = 8;
const PIECES = 2;
const FEW = 3;
const SIGNATURE = "pagefind_dcd";
const OPEN = -1;

/* What a page gains by how a word is found in it, in its title or in its text. */
const WEIGHTS = { title: 6, text: 1 };
/* A word of the same family tells less in a title than the word itself in a text: who looks for
   « équipement » does not mean the « équipe » of a title. */
const FAMILY_TITLE = 1;
/* A title that begins with the word is about it. */
const FIRST = 1;
const LIKENESS = { same: 1, form: 0.85, family: 0.15, begins: 0.4, near: 0.3 };
const LESSER = 0.4;

export function fold(text) {
  return text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
}

export function words(text) {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) || []).map((word) => word.slice(0, 40));
}

/* « équipements » and « équipement » have one form; so have « local » and « locaux ». */
export function formOf(word) {
  if (word.length < 4) return word;
  const one = word.replace(/(?<=e)aux$/, "au").replace(/(?<!e)aux$/, "al").replace(/[sx]$/, "");
  return one.length < 5 ? one : one.replace(/e$/, "");
}

export function familyOf(word, endings) {
  const ending = endings.find((each) => word.length - each.length >= 4 && word.endsWith(each));
  return ending ? word.slice(0, -ending.length) : word;
}

export async function open(root) {
  const folder = `${root}pagefind/`;
  const entry = await (await answered(fetch(`${folder}chemins.json`, { cache: "no-cache" }))).json();
  return new Index(folder, entry, await json(folder + entry.pages));
}

class Index {
  constructor(folder, entry, { pieces, titles, lengths, facets }) {
    this.folder = folder;
    this.entry = entry;
    this.pieces = pieces;
    this.titles = titles;
    this.lengths = lengths;
    this.common = new Set(entry.common);
    this.facets = new Map();
    for (const [name, shelves] of Object.entries(facets)) {
      this.facets.set(name, new Map(shelves.map(([value, steps]) => [value, pagesOf(steps)])));
    }
    this.kinds = new Map();
    for (const [kind, pages] of this.facets.get("kind")) for (const page of pages) this.kinds.set(page, kind);
    this.known = new Map();
  }

  /* What is looked for in `query`: its words, but for common ones among others. */
  termsOf(query) {
    const typed = [...new Set(words(query))];
    const rare = typed.filter((word) => !this.common.has(word) && (word.length > 1 || /\d/.test(word)));
    return rare.slice(0, TERMS);
  }

  /* The pages that answer, best first; those that say all the words, or else some. */
  async search(query, grows = false) {
    const terms = this.termsOf(query);
    // Many words say enough each by itself, and a query stays light; so it does while it is typed.
    const most = terms.length > 2 || grows ? 1 : PIECES;
    const answers = await Promise.all(terms.map((term, at) => this.answers(term, at === terms.length - 1, most)));
    const scores = new Map();
    const said = new Map();
    const titled = new Map();
    const corrected = [];
    answers.forEach(({ pages, instead }, at) => {
      if (instead) corrected.push([terms[at], instead]);
      const rarity = Math.log(1 + this.titles.length / (1 + pages.size));
      for (const [page, score] of pages) {
        scores.set(page, (scores.get(page) || 0) + score * rarity);
        said.set(page, (said.get(page) || 0) + 1);
        if (score >= WEIGHTS.title * LIKENESS.form) titled.set(page, (titled.get(page) || 0) + 1);
      }
    });
    const whole = [...scores.keys()].filter((page) => said.get(page) === terms.length);
    const kept = whole.length < FEW ? [...scores.keys()] : whole;
    // Of several words, a title that says no more is the thing itself; of one, it is only short.
    const brevity = terms.length > 1 ? 1 : 0.5;
    const value = (page) =>
      scores.get(page) * said.get(page) ** 3 * (1 + brevity * (titled.get(page) || 0) / this.titles[page]) *
      (this.kinds.get(page) === this.entry.lesser ? LESSER : 1);
    const ranked = kept.map((page) => [page, value(page) / (1 + this.lengths[page] / 2000)]);
    ranked.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    return { terms, corrected, pages: ranked.map(([page]) => page), whole: new Set(whole) };
  }

  /* The pages that say `term` or a form of it, with what each gains; or the word nearest to it. */
  async answers(term, last, most) {
    const form = formOf(term);
    const family = familyOf(term, this.entry.endings);
    const begin = family.length < form.length ? family : form;
    const start = begin.length > 4 ? begin.slice(0, -1) : begin;
    const entries = await this.entries(start, term, most);
    const pages = new Map();
    for (const [word, found, variants] of entries) {
      const like = this.likeness(term, form, family, word, last);
      if (!like) continue;
      gather(pages, found, like);
      for (const [, varied] of variants) gather(pages, varied, like);
    }
    if (pages.size || term.length < 4) return { pages };
    return this.nearest(term, entries);
  }

  likeness(term, form, family, word, last) {
    if (word === term) return LIKENESS.same;
    if (formOf(word) === form) return LIKENESS.form;
    // Three letters begin many words: « caf » may be the CAF, or a café not yet typed to its end.
    if (last && term.length > 2 && word.startsWith(term)) return term.length > 3 ? LIKENESS.begins : LIKENESS.begins / 6;
    if (family.length > 3 && familyOf(word, this.entry.endings) === family) return LIKENESS.family;
    return 0;
  }

  /* Whether `word`, of a text, is what `term` looks for. */
  isLike(term, word) {
    const family = familyOf(term, this.entry.endings);
    return this.likeness(term, formOf(term), family, word, true) > 0;
  }

  nearest(term, entries) {
    let best = null;
    let least = term.length > 8 ? 3 : 2;
    for (const entry of entries) {
      const away = distance(term, entry[0], least);
      if (away < least) [best, least] = [entry, away];
    }
    const pages = new Map();
    if (!best) return { pages };
    gather(pages, best[1], LIKENESS.near);
    for (const [, varied] of best[2]) gather(pages, varied, LIKENESS.near);
    return { pages, instead: best[0] };
  }

  /* The words of the pieces where words that begin with `start` may be, the piece of `term` first. */
  async entries(start, term, most) {
    const end = start + "\uffff";
    const within = this.pieces.filter(([from, to]) => from <= end && to >= start);
    const holds = ([from, to]) => from <= term && to >= term;
    const near = within.sort((one, other) => holds(other) - holds(one)).slice(0, most);
    if (!near.length) {
      const after = this.pieces.find(([, to]) => to >= term);
      if (after) near.push(after);
    }
    return (await Promise.all(near.map(([, , hash]) => this.piece(hash)))).flat();
  }

  piece(hash) {
    return this.once(`index/${hash}.pf_index`, async (url) => {
      const data = await unpacked(url);
      if (read(data.subarray(0, SIGNATURE.length)) !== SIGNATURE) throw new Error(url);
      return decoded(data.subarray(SIGNATURE.length))[0];
    });
  }

  page(number) {
    return this.once(`${this.entry.shown}${number}.json.gz`, json);
  }

  once(path, fetched) {
    if (!this.known.has(path)) {
      const coming = fetched(this.folder + path);
      this.known.set(path, coming);
      coming.catch(() => this.known.delete(path));
    }
    return this.known.get(path);
  }
}

/* Adds to `pages` what those of `found` gain by a word: Pagefind writes each as the step from the one
   before, the places in its text, and those in its title. */
function gather(pages, found, like) {
  let page = 0;
  for (const [step, text, title] of found) {
    page += step;
    const first = text.find((place) => place >= 0);
    const early = first === undefined ? 0 : 1 / (1 + first / 60);
    const weight = like === LIKENESS.family ? FAMILY_TITLE : WEIGHTS.title;
    const titled = title.length ? weight + FIRST / (1 + Math.min(...title.map(Math.abs))) : 0;
    const gained = like * (titled + (text.length ? WEIGHTS.text * (0.5 + early) : 0));
    if (gained > (pages.get(page) || 0)) pages.set(page, gained);
  }
}

function pagesOf(steps) {
  let page = 0;
  return steps.map((step) => (page += step));
}

/* How many letters to change, add or drop, given up at `most`; two that change places are one. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) >= most) return most;
  let above = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        least = Math.min(least, above[column - 2] + 1);
      }
      next.push(least);
    }
    above = last;
    last = next;
  }
  return last[other.length];
}

async function answered(request) {
  const response = await request;
  if (!response.ok) throw new Error(response.status);
  return response;
}

/* A server may have unpacked it already. */
async function unpacked(url) {
  const response = await answered(fetch(url));
  let data = new Uint8Array(await response.arrayBuffer());
  if (data[0] === 0x1f && data[1] === 0x8b) {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
    data = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  return data;
}

function read(data) {
  return new TextDecoder().decode(data);
}

async function json(url) {
  return JSON.parse(read(await unpacked(url)));
}

/* The value that `data` holds in CBOR (RFC 8949): what Pagefind writes is numbers, texts, arrays. */
function decoded(data) {
  const sizes = { 24: 1, 25: 2, 26: 4 };
  let at = 0;
  function head() {
    const first = data[at++];
    let count = first & 31;
    if (count === 31) count = OPEN;
    else if (count in sizes) {
      let size = sizes[count];
      for (count = 0; size; size -= 1) count = count * 256 + data[at++];
    }
    return [first >> 5, count];
  }
  function value() {
    const [major, count] = head();
    if (major === 0) return count;
    if (major === 1) return -1 - count;
    if (major === 3) return read(data.subarray(at, (at += count)));
    if (major !== 4) throw new Error("cbor");
    const items = [];
    if (count === OPEN) {
      while (data[at] !== 0xff) items.push(value());
      at += 1;
    } else for (let left = count; left; left -= 1) items.push(value());
    return items;
  }
  return value();
}
