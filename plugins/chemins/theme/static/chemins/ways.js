/*
  Arrows over cards, as the cards lie: in the gaps between columns, and through the gaps between the
  cards of a column that they must pass, so that none crosses a text. Hidden from assistive
  technology: the page says the same in words.

  `chemins.ways(holder)` lays a drawing over `holder`; its `draw(pictures, isFaint)` is called when
  something changed, never as a pointer moves; `isFaint` lets all links but the lit ones stand back.
  A picture is `{columns, links}`: columns from left to right, each `{element, seats}`, its seats
  from top to bottom, each `{name, element}`; links `{from, to, example, lit}` by name. Everything
  is measured first, then written once.
*/
(function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";
  var CLEAR = 9; /* from the tip of an arrow to its card */
  var TIP = 9; /* from the end of a line to the tip */
  var GAP = 9; /* from a lane to the cards beside it */
  var TURN = 26; /* how far a link within a column goes round */
  var APART = 8; /* between two lanes */
  var CLASSES = [
    "way", "way way--example", "way way--lit", "way way--example way--lit", "tip", "tip tip--lit"
  ];

  /* The boxes of a picture from the corner of the drawing; `glyph` is where a track begins. */
  function measured(picture, from) {
    var seats = new Map();
    var columns = picture.columns.map(function (column, at) {
      var bounds = box(column.element, from);
      bounds.lanes = new Map();
      bounds.seats = column.seats.map(function (each) {
        var seat = box(each.element, from);
        var glyph = box(each.element.querySelector(".glyph"), from);
        seat.column = at;
        seat.y = Math.round((glyph.top + glyph.bottom) / 2);
        seats.set(each.name, seat);
        return seat;
      });
      return bounds;
    });
    return { seats: seats, columns: columns };
  }

  function box(element, from) {
    var found = element.getBoundingClientRect();
    return {
      left: Math.round(found.left - from.left),
      right: Math.round(found.right - from.left),
      top: found.top - from.top,
      bottom: found.bottom - from.top
    };
  }

  /* The lanes that an edge takes through the columns between its ends. */
  function passes(columns, start, end) {
    var step = start.column < end.column ? 1 : -1;
    var found = [];
    for (var at = start.column + step; step * (end.column - at) > 0; at += step) {
      var along = (at - start.column) / (end.column - start.column);
      found.push(lane(columns[at], start.y + (end.y - start.y) * along, end));
    }
    return found;
  }

  /* The lane nearest to a height through a column. Edges to the same card share theirs. */
  function lane(column, wish, end) {
    var best = null;
    var top = column.top;
    column.seats.concat({ top: column.bottom, bottom: 0 }).forEach(function (seat, at) {
      var bottom = seat.top;
      if (bottom - top >= GAP * 2) {
        var y = Math.max(top + GAP, Math.min(bottom - GAP, wish));
        var away = Math.abs(y - wish);
        if (!best || away < best.away) best = { away: away, gap: at, top: top, bottom: bottom, y: y };
      }
      top = seat.bottom;
    });
    if (!best) best = { gap: -1, top: column.bottom, bottom: column.bottom + 2 * GAP, y: column.bottom + GAP };
    var held = column.lanes.get(best.gap) || [];
    column.lanes.set(best.gap, held);
    var same = held.filter(function (each) { return each.end === end; })[0];
    if (!same) {
      same = { end: end, y: best.y, top: best.top, bottom: best.bottom };
      held.push(same);
    }
    return same;
  }

  /* Lanes through the same gap stand apart. */
  function spread(column) {
    column.lanes.forEach(function (held) {
      held.sort(function (one, other) { return one.y - other.y || one.end.y - other.end.y; });
      var room = held[0].bottom - held[0].top - 2 * GAP;
      var step = held.length > 1 ? Math.min(APART, room / (held.length - 1)) : 0;
      var half = step * (held.length - 1) / 2;
      var middle = held.reduce(function (sum, each) { return sum + each.y; }, 0) / held.length;
      middle = Math.max(held[0].top + GAP + half, Math.min(held[0].bottom - GAP - half, middle));
      held.forEach(function (each, at) { each.y = Math.round(middle - half + at * step); });
    });
  }

  function path(columns, start, end, lanes) {
    var y = start.y;
    if (start.column === end.column) {
      var turn = Math.max(start.right, end.right) + TURN;
      return "M" + start.right + " " + y + "C" + turn + " " + y + " " + turn + " " + end.y + " " + (end.right + CLEAR + TIP) + " " + end.y;
    }
    var forward = start.column < end.column;
    var x = forward ? start.right : start.left;
    var drawn = "M" + x + " " + y;
    lanes.forEach(function (lane, index) {
      var column = columns[start.column + (forward ? index + 1 : -index - 1)];
      drawn += bend(x, y, forward ? column.left : column.right, lane.y);
      x = forward ? column.right : column.left;
      y = lane.y;
      drawn += "H" + x;
    });
    return drawn + bend(x, y, forward ? end.left - CLEAR - TIP : end.right + CLEAR + TIP, end.y);
  }

  function bend(x, y, toX, toY) {
    if (y === toY) return "H" + toX;
    var middle = Math.round(x + (toX - x) * 0.6);
    return "C" + middle + " " + y + " " + middle + " " + toY + " " + toX + " " + toY;
  }

  /* Adds the edges of a picture to the paths of the drawing, in the order of `CLASSES`. */
  function add(picture, from, drawn) {
    var boxes = measured(picture, from);
    var edges = picture.links.map(function (link) {
      var start = boxes.seats.get(link.from), end = boxes.seats.get(link.to);
      return { link: link, start: start, end: end, lanes: passes(boxes.columns, start, end) };
    });
    boxes.columns.forEach(spread);
    var tips = new Set();
    edges.forEach(function (edge) {
      var end = edge.end, lit = edge.link.lit;
      drawn[(edge.link.example ? 1 : 0) + (lit ? 2 : 0)] += path(boxes.columns, edge.start, end, edge.lanes);
      var back = edge.start.column >= end.column;
      var tip = "M" + (back ? end.right + CLEAR : end.left - CLEAR) + " " + end.y + (back ? "l11-5.5v11z" : "l-11-5.5v11z");
      if (tips.has(tip + lit)) return;
      tips.add(tip + lit);
      drawn[lit ? 5 : 4] += tip;
    });
  }

  function ways(holder) {
    var drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("aria-hidden", "true");
    drawing.setAttribute("focusable", "false");
    var strokes = CLASSES.map(function (classes) {
      var stroke = document.createElementNS(SVG, "path");
      stroke.setAttribute("class", classes);
      return drawing.appendChild(stroke);
    });
    holder.appendChild(drawing);
    var last = "";
    function size(of) { return Math.round(of.width) + " " + Math.round(of.height); }
    return {
      /* Whether the cards may lie elsewhere than when they were last drawn. */
      isStale: function () { return size(holder.getBoundingClientRect()) !== last; },
      draw: function (pictures, isFaint) {
        drawing.setAttribute("class", "explorer__ways no-print" + (isFaint ? " explorer__ways--faint" : ""));
        var drawn = CLASSES.map(function () { return ""; });
        if (pictures.length) {
          var from = holder.getBoundingClientRect();
          last = size(from);
          pictures.forEach(function (picture) { add(picture, from, drawn); });
        }
        strokes.forEach(function (stroke, at) { stroke.setAttribute("d", drawn[at]); });
      }
    };
  }

  window.chemins = window.chemins || {};
  window.chemins.ways = ways;
})();
