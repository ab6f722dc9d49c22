/*
  The pathways, to explore. The page is whole without this script: cards in columns, and under each
  what it contributes to, in words. With it, one chooses what is shown, follows the path through a
  card, and sees arrows on a wide screen.

  It knows what the page says (`graph.js`), and says what the page gave it to say, in the reader's
  language. Nothing that an address holds is ever written into the page.
*/
(function () {
  "use strict";

  var root = document.querySelector(".explorer");
  var ours = window.chemins;
  if (!root || !ours || !ours.graph || !ours.ways) return;
  if (!window.URLSearchParams || !window.history.replaceState || !root.closest) return;

  var MOST = 15; /* cards in a picture: when a choice leaves no more, no part stays folded */

  var words = JSON.parse(root.getAttribute("data-words"));
  var asked = root.getAttribute("data-followed");
  var wide = window.matchMedia("screen and (min-width: 60rem)");
  var holder = root.querySelector(".explorer__parts");
  var bar = root.querySelector(".explorer__bar");
  var status = root.querySelector(".explorer__status");
  var clear = root.querySelector(".explorer__clear");
  var selects = Array.prototype.slice.call(root.querySelectorAll("select[data-choice]"));
  var graph = ours.graph(root, selects.map(codeOf));
  var cards = graph.cards, parts = graph.parts;
  var ways = ours.ways(holder);
  var total = count(isChange);
  if (!selects.length && !count(isLinked)) return; /* nothing to choose, nothing to follow */

  function codeOf(select) {
    return select.getAttribute("data-choice");
  }

  function count(test) {
    var found = 0;
    cards.forEach(function (card) { if (test(card)) found += 1; });
    return found;
  }

  function isLinked(card) {
    return card.before.length > 0;
  }

  function isChange(card) {
    return !card.isVision;
  }

  function isShown(card) {
    return card.shown;
  }

  function isOnPath(card) {
    return card.shown && card.role !== "";
  }

  function made(tag, classes, text) {
    var element = document.createElement(tag);
    element.className = classes;
    if (text) element.textContent = text;
    return element;
  }

  function filled(template, values) {
    return template.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  /* CLDR's rule where the browser has it; else that of French. */
  var rule = window.Intl && Intl.PluralRules && new Intl.PluralRules(document.documentElement.lang || "fr");
  function counted(key, number) {
    var form = rule ? rule.select(number) : number < 2 ? "one" : "other";
    return filled(words[key + "." + form] || words[key + ".other"], { count: number });
  }

  /* 1. What is chosen: in the address, so that it can be shared. */

  var followed = null; /* a card */
  var looked = null; /* the part in which one chose to follow it */

  function readAddress() {
    var query = new URLSearchParams(window.location.search);
    selects.forEach(function (select) {
      var wanted = query.get(select.name) || "";
      var isKnown = Array.prototype.some.call(select.options, function (option) {
        return option.value === wanted;
      });
      select.value = isKnown ? wanted : "";
    });
    followed = cards.get(query.get(asked)) || null;
    looked = null;
  }

  function writeAddress() {
    var query = new URLSearchParams(window.location.search);
    function put(name, value) {
      query.delete(name);
      if (value) query.append(name, value);
    }
    selects.forEach(function (select) { put(select.name, select.value); });
    put(asked, followed && followed.name);
    var said = query.toString();
    var address = window.location.pathname + (said ? "?" + said : "") + window.location.hash;
    try {
      window.history.replaceState(window.history.state, "", address);
    } catch (refused) {
      /* A page opened from a disk keeps its address. */
    }
  }

  function isChosen() {
    return selects.some(function (select) { return select.value; });
  }

  /* Changes answer every choice; visions stay as what they lead to, but for a place or a time. */
  function answers(card, code, value) {
    if (card.isVision && (code === "who" || code === "state")) return true;
    if (card.isVision && code === "quartier" && card.values[code][0] === "") return true;
    return card.values[code].indexOf(value) >= 0;
  }

  /* 2. What is shown. */

  function choose() {
    cards.forEach(function (card) {
      var shown = selects.every(function (select) {
        return !select.value || answers(card, codeOf(select), select.value);
      });
      if (shown === card.shown) return;
      card.shown = shown;
      card.places.forEach(function (place) { place.hidden = !shown; });
    });
    parts.forEach(function (part) {
      part.columns.forEach(function (column) {
        column.element.hidden = !column.cards.some(isShown);
      });
    });
  }

  function follow() {
    var up = followed ? ours.graph.reached(followed, "before") : new Set();
    var down = followed ? ours.graph.reached(followed, "after") : new Set();
    cards.forEach(function (card) {
      card.role = card === followed ? "chosen" : up.has(card) ? "upstream" : down.has(card) ? "downstream" : "";
    });
    say(up, down);
  }

  /* Shows where a card is on the path: in its words, in its look, in what its button does. */
  function mark(place, card) {
    var role = card.role || (followed ? "beside" : "");
    var own = gear.get(place);
    if (own.shows === role) return;
    var turns = role === "chosen" || own.shows === "chosen";
    own.shows = role;
    place.setAttribute("data-role", role);
    own.role.textContent = words[role] || "";
    if (!turns) return;
    label(own.button, place, role);
    if (own.ties) place.removeChild(own.ties);
    /* Where only its title stands, a card that is followed says its links all the same. */
    var ties = role === "chosen" && place !== card.full && card.full.querySelector(".card__ties");
    own.ties = ties ? place.insertBefore(ties.cloneNode(true), own.button) : null;
  }

  function label(button, place, role) {
    var verb = role === "chosen" ? "leave" : "follow";
    var title = place.querySelector(".card__title").textContent;
    button.textContent = words[verb];
    button.setAttribute("aria-label", filled(words[verb + "_one"], { title: title }));
  }

  /* What a place has once it was seen: its button, the word for where it is on the path. */
  var gear = new Map();

  /* Brings the cards of a part up to date. Those of folded parts wait until they are seen. */
  function dress(part) {
    part.place.forEach(function (place, card) {
      if (!gear.has(place)) {
        var button = place.appendChild(made("button", "card__follow no-print"));
        button.type = "button";
        label(button, place, "");
        var role = place.querySelector(".card__sign").appendChild(made("span", "card__role"));
        gear.set(place, { button: button, role: role, shows: "", ties: null });
      }
      mark(place, card);
    });
  }

  /* When something is chosen, the parts that tell nothing of it which the others do not are put
     away; of a path that is followed, the two that tell most are unfolded. */
  function gather() {
    var kept = parts;
    if (followed) kept = ours.graph.telling(parts, isOnPath, followed, looked);
    else if (isChosen()) kept = ours.graph.telling(parts, isShown, null, null);
    var few = !followed && isChosen() && count(isChangeShown) <= MOST;
    parts.forEach(function (part) {
      var rank = kept.indexOf(part);
      part.element.hidden = rank < 0;
      if (part.folds) part.element.open = !!part.isUnfolded || few || (!!followed && rank < 2);
      if (isOpen(part)) dress(part);
    });
  }

  function isChangeShown(card) {
    return card.shown && !card.isVision;
  }

  function isOpen(part) {
    return !part.element.hidden && !(part.folds && !part.element.open);
  }

  /* Where a card can be seen. */
  function seen(card) {
    var shown = card.places.filter(function (place) { return place.getClientRects().length; });
    return shown[0] || root;
  }

  function show() {
    choose();
    follow();
    gather();
    draw();
  }

  /* 3. The arrows: where there are columns, between the cards that are shown. */

  function draw() {
    ways.draw(wide.matches ? parts.filter(isOpen).map(picture) : [], !!followed);
  }

  function picture(part) {
    var columns = [], links = [];
    part.columns.forEach(function (column) {
      var shown = column.cards.filter(isShown);
      if (!shown.length) return;
      columns.push({
        element: column.list,
        seats: shown.map(function (card) { return { name: card.name, element: part.place.get(card) }; })
      });
      shown.forEach(function (card) {
        card.after.forEach(function (link) {
          if (!link.to.shown || !part.place.has(link.to)) return;
          var lit = card.role !== "" && link.to.role !== "";
          links.push({ from: card.name, to: link.to.name, example: link.example, lit: lit });
        });
      });
    });
    return { columns: columns, links: links };
  }

  /* 4. The same in words: a line that readers of text hear, and lists of what is on the path. */

  var path = made("div", "explorer__path no-print");
  bar.parentNode.insertBefore(path, bar);

  function say(up, down) {
    var said = followed ? saidOfPath(up, down) : saidOfChoices();
    if (status.textContent !== said) status.textContent = said;
    bar.classList.toggle("explorer__bar--open", !!said);
    clear.hidden = !said;
    path.hidden = !followed;
    path.textContent = "";
    if (up.size) path.appendChild(list(words.all_upstream, up));
    if (down.size) path.appendChild(list(words.all_downstream, down));
  }

  function saidOfPath(up, down) {
    var said = [filled(words.followed, { title: short(followed.link.textContent) })];
    said.push(up.size ? filled(words.rests_on, { what: things(up) }) : words.rests_on_nothing);
    if (down.size) said.push(filled(words.contributes_to, { what: things(down) }));
    else if (!followed.isVision) said.push(words.contributes_to_nothing);
    if (count(isOnPath) < 1 + up.size + down.size) said.push(words.unseen);
    return said.join(" ");
  }

  function saidOfChoices() {
    if (!isChosen()) return "";
    var shown = count(isChangeShown);
    return shown ? filled(counted("shown", shown), { total: total }) : words.none;
  }

  function things(found) {
    var visions = 0;
    found.forEach(function (card) { if (card.isVision) visions += 1; });
    var changes = found.size - visions;
    if (!visions) return counted("changes", changes);
    if (!changes) return counted("visions", visions);
    return filled(words.both, { one: counted("changes", changes), other: counted("visions", visions) });
  }

  /* What stays in sight must leave room for the rest. */
  function short(title) {
    return title.length <= 72 ? title : title.slice(0, 66).replace(/[\s,;:.(]+\S*$/, "") + "…";
  }

  function list(heading, found) {
    var block = made("div", "explorer__steps");
    block.appendChild(made("h3", "", heading));
    var items = block.appendChild(made("ol", "lines"));
    found.forEach(function (card) {
      var item = items.appendChild(made("li", ""));
      item.appendChild(card.full.querySelector(".glyph").cloneNode(true));
      item.appendChild(document.createTextNode(" "));
      item.appendChild(made("a", "", card.link.textContent)).href = card.link.href;
    });
    return block;
  }

  /* 5. What the reader does. */

  /* What one looks at stays where it is on the screen, whatever goes around it. */
  function keeping(place, act) {
    var before = place && place.getBoundingClientRect().top;
    act();
    if (!place || !place.getClientRects().length) return;
    var moved = place.getBoundingClientRect().top - before;
    if (moved) window.scrollBy(0, moved);
  }

  function toggle(card, place) {
    keeping(place, function () {
      followed = card === followed ? null : card;
      looked = parts.filter(function (part) { return place && part.element.contains(place); })[0] || null;
      writeAddress();
      follow();
      gather();
      draw();
    });
  }

  function placeInFocus() {
    return document.activeElement && document.activeElement.closest("[data-card]");
  }

  function reset() {
    keeping(placeInFocus(), function () {
      followed = null;
      selects.forEach(function (select) { select.value = ""; });
      writeAddress();
      show();
    });
  }

  root.addEventListener("change", function () {
    writeAddress();
    show();
  });
  root.addEventListener("submit", function (event) { event.preventDefault(); });

  root.addEventListener("click", function (event) {
    var place = event.target.closest("[data-card]");
    if (!place) return;
    if (!event.target.closest(".card__follow")) {
      /* On a wide screen the whole card can be pressed, but for what has a use of its own. */
      if (!wide.matches || event.target.closest("a, .card__ties") || String(window.getSelection())) return;
    }
    toggle(cards.get(place.getAttribute("data-card")), place);
  });

  clear.addEventListener("click", function () {
    reset();
    (selects[0] || root.querySelector(".card__title")).focus({ preventScroll: true });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.defaultPrevented || !followed) return;
    if (event.target.closest && event.target.closest(".search, select")) return;
    toggle(followed, placeInFocus());
  });

  /* A long page opens on its overview, its parts folded; it remembers which ones one unfolds. */
  root.addEventListener("click", function (event) {
    var heading = event.target.closest("summary.part__heading");
    parts.forEach(function (part) {
      if (heading && part.element === heading.parentNode) part.isUnfolded = !part.element.open;
    });
  });
  root.addEventListener("toggle", function (event) {
    parts.forEach(function (part) {
      if (part.element === event.target && isOpen(part)) dress(part);
    });
    later();
  }, true);

  /* A link to what is put away or folded brings it back. */
  function reveal() {
    var name = window.location.hash.slice(1), target;
    try { name = decodeURIComponent(name); } catch (error) { /* no text at all: it names nothing */ }
    target = document.getElementById(name);
    if (!target || !root.contains(target)) return;
    if (target.closest("[hidden]")) reset();
    parts.forEach(function (part) {
      if (part.folds && part.element.contains(target)) part.isUnfolded = true;
    });
    gather();
    draw();
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  root.addEventListener("click", function (event) {
    /* The same link again changes nothing in the address, and has to lead there all the same. */
    var link = event.target.closest("a[href^='#']");
    if (link && link.hash === window.location.hash) reveal();
  });

  window.addEventListener("popstate", function () {
    readAddress();
    show();
  });

  /* Paper has nothing to unfold. */
  window.addEventListener("beforeprint", function () {
    parts.forEach(function (part) { if (part.folds) part.element.open = true; });
  });
  window.addEventListener("afterprint", gather);

  /* Layout is looked at once a frame, and only when the cards may have moved. */
  var isWaiting = false;
  function later() {
    if (isWaiting) return;
    isWaiting = true;
    window.requestAnimationFrame(function () {
      isWaiting = false;
      if (ways.isStale()) draw();
    });
  }
  if (window.ResizeObserver) new ResizeObserver(later).observe(holder);
  else window.addEventListener("resize", later);
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(draw);

  root.classList.add("explorer--live");
  if (parts.length < 4) parts.forEach(function (part) { part.isUnfolded = true; });
  readAddress();
  show();
  if (window.location.hash) reveal();
  else if (followed) seen(followed).scrollIntoView({ block: "center" });
})();
