/*
  The cards of a page of pathways, as a graph: what the page itself says of them.

  `chemins.graph(root, codes)` reads `root`, in which `data-card` names a card and each of the
  places where it stands, `data-to` what it contributes to, `data-<code>` what it can be chosen by.
  It gives `{cards, parts}`. A card is `{name, places, full, link, isVision, values, after, before}`:
  `full` is the place that says all of it, `after` and `before` its links, each `{to, example}`.
  A part is `{element, root, folds, columns, place}`: `root` names the card that it is about,
  `place` leads from a card to where it stands there.
*/
(function () {
  "use strict";

  function all(within, selector) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }

  function readCards(root, codes) {
    var cards = new Map();
    all(root, "[data-card]").forEach(function (element) {
      var name = element.getAttribute("data-card");
      var card = cards.get(name);
      if (!card) {
        card = { name: name, places: [], after: [], before: [], values: {}, shown: true, role: "" };
        cards.set(name, card);
      }
      card.places.push(element);
      if (element.id !== name) return;
      card.full = element;
      card.link = element.querySelector(".card__title");
      card.isVision = element.classList.contains("k-vision");
      codes.forEach(function (code) {
        card.values[code] = (element.getAttribute("data-" + code) || "").split(" ");
      });
    });
    cards.forEach(function (card) {
      all(card.full, "[data-to]").forEach(function (tie) {
        var other = cards.get(tie.getAttribute("data-to"));
        if (!other || other === card) return;
        card.after.push({ to: other, example: tie.hasAttribute("data-example") });
        other.before.push({ to: card });
      });
    });
    return cards;
  }

  function readPart(element, cards) {
    var part = {
      element: element,
      root: element.getAttribute("data-root"),
      folds: element.tagName === "DETAILS",
      columns: [],
      place: new Map()
    };
    all(element, ".column").forEach(function (column) {
      part.columns.push({
        element: column,
        list: column.querySelector(".column__cards"),
        cards: all(column, "[data-card]").map(function (place) {
          var card = cards.get(place.getAttribute("data-card"));
          part.place.set(card, place);
          return card;
        })
      });
    });
    return part;
  }

  function graph(root, codes) {
    var cards = readCards(root, codes);
    return {
      cards: cards,
      parts: all(root, ".part").map(function (element) { return readPart(element, cards); })
    };
  }

  /* All that can be reached from a card by its links `after`, or `before`, nearest first. */
  graph.reached = function (card, links) {
    var found = new Set([card]);
    found.forEach(function (each) { /* a set that grows is walked to its end */
      each[links].forEach(function (link) { found.add(link.to); });
    });
    found.delete(card);
    return found;
  };

  /* Few parts that tell all that `isOn` is true of: `first` if it tells any of it, then the one
     that is about the card `heart`, the one that says all of it, and each that adds most. */
  graph.telling = function (parts, isOn, heart, first) {
    var told = new Set();
    var left = parts.map(function (part) {
      return { part: part, tells: tells(part, isOn, heart) };
    });
    var kept = [];
    for (;;) {
      var best = null, most = 0;
      left.forEach(function (each) {
        var news = each.tells.filter(function (name) { return !told.has(name); }).length;
        if (!news) return;
        if (each.part === first) news += 3e6;
        else if (heart && each.part.root === heart.name) news += 2e6;
        else if (heart && each.part.place.get(heart) === heart.full) news += 1e6;
        if (news > most) { best = each; most = news; }
      });
      if (!best) return kept;
      kept.push(best.part);
      best.tells.forEach(function (name) { told.add(name); });
    }
  };

  /* What a part tells: the names of its changes, and of its links; of its visions, `heart` alone,
     since the others stand there as what is led to. */
  function tells(part, isOn, heart) {
    var names = [];
    part.place.forEach(function (_, card) {
      if (!isOn(card)) return;
      if (!card.isVision || card === heart) names.push(card.name);
      card.after.forEach(function (link) {
        if (isOn(link.to) && part.place.has(link.to)) names.push(card.name + " " + link.to.name);
      });
    });
    return names;
  }

  window.chemins = window.chemins || {};
  window.chemins.graph = graph;
})();
