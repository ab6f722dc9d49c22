// In a preview alone: loads the page again when the site has changed, and shows over it what is
// wrong. A fault quotes what somebody typed: all of it is set as text, never as HTML.
(() => {
  const here = document.currentScript;
  const address = "/.chemins/state.json";
  const again = 2000;
  let asking = null;
  let told = null;

  const host = document.createElement("div");
  host.id = "chemins-preview";
  host.lang = here.dataset.language;
  const root = host.attachShadow({ mode: "open" });

  const made = (name, words = "", attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = words;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const style = `
    :host { all: initial; }
    :host([hidden]), [hidden] { display: none !important; }
    * { box-sizing: border-box; }
    .bar, .panel { font: 1rem/1.5 system-ui, sans-serif; color: #1d1b18; background: #fffdf8;
      border: 1px solid #6b655c; border-radius: 4px; box-shadow: 0 4px 20px rgb(0 0 0 / .3); }
    .stops { border-top: 6px solid #b3261e; }
    .tells { border-top: 6px solid #8a5a00; }
    .panel { position: fixed; z-index: 2147483647; inset: auto .5rem .5rem; margin: 0 auto;
      max-width: 56rem; max-height: 70vh; overflow: auto; padding: 1rem; overscroll-behavior: contain; }
    .bar { position: fixed; z-index: 2147483647; right: .5rem; bottom: .5rem; padding: .6rem 1rem;
      cursor: pointer; max-width: calc(100vw - 1rem); text-align: left; }
    header { display: flex; gap: 1rem; align-items: flex-start; justify-content: space-between; }
    h2 { font-size: 1.125rem; line-height: 1.3; margin: 0; }
    p { margin: .25rem 0; overflow-wrap: anywhere; }
    ol { margin: .75rem 0 0; padding: 0; list-style: none; }
    li { padding: .75rem 0; border-top: 1px solid #cfc8bc; }
    code, pre { font: .9375rem/1.5 ui-monospace, monospace; }
    .place { font-weight: 600; overflow-wrap: anywhere; }
    .code { white-space: nowrap; }
    .level { font-weight: 600; }
    li.error .level, li.error mark { color: #8c1d18; }
    li.warning .level, li.warning mark { color: #6b4500; }
    pre { margin: .25rem 0; padding: .5rem; overflow-wrap: anywhere; white-space: pre-wrap;
      background: #f1ece2; border-radius: 3px; }
    mark { background: none; text-decoration: underline wavy; text-underline-offset: 3px;
      font-weight: 700; }
    .close { font: inherit; color: inherit; background: none; border: 1px solid #6b655c;
      border-radius: 4px; padding: .4rem .8rem; min-height: 2.75rem; cursor: pointer; flex: none; }
    .said { white-space: pre-wrap; }
    button:focus-visible, .panel:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (prefers-color-scheme: dark) {
      .bar, .panel { color: #f1ece2; background: #24211d; border-color: #a39b8f; }
      .stops { border-top-color: #ff8a80; } .tells { border-top-color: #ffcc66; }
      li { border-color: #4d473f; } pre { background: #35312b; }
      li.error .level, li.error mark { color: #ffb4ab; }
      li.warning .level, li.warning mark { color: #ffd88a; }
      .close { border-color: #a39b8f; }
      button:focus-visible, .panel:focus-visible { outline-color: #a8c7fa; }
    }
    @media print { :host { display: none; } }
  `;
  // The policy of the page lets no style element in; a sheet that a script makes is none.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const spoken = made("div", "", { role: "alert", class: "unseen" });
  const panel = made("div", "", { class: "panel", role: "group", tabindex: "0", hidden: "" });
  const bar = made("button", "", { type: "button", class: "bar", "aria-expanded": "false", hidden: "" });
  const aside = made("aside");
  aside.append(spoken, panel, bar);
  root.append(aside);

  const item = (row) => {
    const line = made("li", "", { class: row.severity });
    const head = made("p");
    head.append(
      made("span", row.place, { class: "place" }), " ",
      made("code", row.code, { class: "code" }), " ",
      made("span", `(${told.words[row.severity]})`, { class: "level" }),
    );
    line.append(head, made("p", row.message));
    if (row.quoted.length) {
      const [before, meant, after] = row.quoted;
      const quote = made("pre");
      quote.append(before, made("mark", meant), after);
      line.append(quote);
    }
    if (row.hint) line.append(made("p", `→ ${row.hint}`));
    return line;
  };

  const key = () => JSON.stringify([told.stopped, told.rows, told.said]);
  const remembered = (value) => {
    try {
      if (value !== undefined) sessionStorage.setItem("chemins-preview", value);
      return sessionStorage.getItem("chemins-preview");
    } catch {
      return null;
    }
  };

  const open = (opened, moves = true) => {
    const had = root.activeElement;
    panel.hidden = !opened;
    bar.hidden = opened;
    bar.setAttribute("aria-expanded", String(opened));
    if (moves && opened) panel.focus({ preventScroll: true });
    if (moves && !opened && had) bar.focus({ preventScroll: true });
  };

  const close = () => {
    remembered(key());
    open(false);
  };

  const show = () => {
    const wrong = told.rows.length + told.said.length > 0;
    host.hidden = !wrong && !told.stopped;
    spoken.textContent = "";
    if (host.hidden) return;
    const { words } = told;
    const weight = told.stopped ? "stops" : "tells";
    panel.className = `panel ${weight}`;
    bar.className = `bar ${weight}`;
    aside.setAttribute("aria-label", words.panel);
    panel.setAttribute("aria-label", words.counts);
    bar.textContent = words.counts;
    bar.title = words.open;
    const header = made("header"), title = made("div");
    const button = made("button", words.close, { type: "button", class: "close" });
    button.addEventListener("click", close);
    title.append(made("h2", words.counts), made("p", words.kept));
    header.append(title, button);
    const list = made("ol");
    list.append(
      ...told.said.map((each) => {
        const line = made("li", "", { class: told.stopped ? "error" : "warning" });
        line.append(made("p", each, { class: "said" }));
        return line;
      }),
      ...told.rows.map(item),
    );
    panel.replaceChildren(header, list);
    // What stops the site comes over the page; what does not waits to be asked for.
    const opened = told.stopped && remembered() !== key();
    open(opened, false);
    if (told.stopped) spoken.textContent = `${words.counts}. ${words.kept}`;
  };

  const ask = async () => {
    stop();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(`${address}?seen=${told ? told.version : ""}`, { signal: mine.signal });
      const news = await answer.json();
      if (news.epoch !== here.dataset.epoch) {
        location.reload();
        return;
      }
      const changed = !told || news.version !== told.version;
      told = news;
      if (changed) show();
      if (asking === mine) ask();
    } catch {
      // The preview was stopped, or is being started again.
      if (!mine.signal.aborted) setTimeout(() => asking === mine && ask(), again);
    }
  };

  const stop = () => {
    if (asking) asking.abort();
    asking = null;
  };

  bar.addEventListener("click", () => open(true));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !event.defaultPrevented) close();
  });
  // A browser asks few things of one host at once: pages that nobody looks at ask nothing.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : ask()));
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", (event) => event.persisted && ask());
  document.documentElement.append(host);
  if (!document.hidden) ask();
})();
