/*
  The catalogue of actions: several things chosen at once, and how many actions that leaves. The page
  is whole without this script: a page for each quartier, theme, status and organisation is linked
  from it. What is chosen stands in the address. Nothing that an address holds is written into the page.
*/
(function () {
  "use strict";

  var root = document.querySelector(".catalogue");
  var form = root && root.querySelector("form");
  if (!form || !window.URLSearchParams || !window.history.replaceState) return;

  var words = JSON.parse(root.getAttribute("data-words"));
  var status = form.querySelector("[role=status]");
  var clear = form.querySelector("button");
  var selects = all(form, "select[data-choice]");
  var rows = all(root, ".actions > li").map(function (element) {
    return { element: element, values: selects.map(function (select) { return valuesOf(element, select); }) };
  });

  function all(element, selector) {
    return Array.prototype.slice.call(element.querySelectorAll(selector));
  }

  function valuesOf(element, select) {
    return (element.getAttribute("data-" + select.getAttribute("data-choice")) || "").split(" ");
  }

  /* CLDR's rule where the browser has it; else that of French. */
  var rule = window.Intl && Intl.PluralRules && new Intl.PluralRules(document.documentElement.lang || "fr");
  function counted(number) {
    var form = rule ? rule.select(number) : number < 2 ? "one" : "other";
    var said = number ? words["shown." + form] || words["shown.other"] : words.none;
    return said.replace("{count}", number).replace("{total}", rows.length);
  }

  function isChosen() {
    return selects.some(function (select) { return select.value; });
  }

  /* Whether a row answers every choice, but for the one at `left`. */
  function answers(row, left) {
    return selects.every(function (select, index) {
      return index === left || !select.value || row.values[index].indexOf(select.value) >= 0;
    });
  }

  /* Beside each word, how many actions it would leave with what else is chosen. */
  function count(select, index) {
    var found = {};
    rows.forEach(function (row) {
      if (!answers(row, index)) return;
      row.values[index].forEach(function (value) { found[value] = (found[value] || 0) + 1; });
    });
    all(select, "option[data-word]").forEach(function (option) {
      option.textContent = option.getAttribute("data-word") + " (" + (found[option.value] || 0) + ")";
    });
  }

  function show() {
    var shown = 0;
    rows.forEach(function (row) {
      var isShown = answers(row, -1);
      row.element.hidden = !isShown;
      if (isShown) shown += 1;
    });
    selects.forEach(count);
    status.textContent = isChosen() ? counted(shown) : "";
    clear.hidden = !isChosen();
  }

  function readAddress() {
    var query = new URLSearchParams(window.location.search);
    selects.forEach(function (select) {
      var wanted = query.get(select.name) || "";
      var isKnown = Array.prototype.some.call(select.options, function (option) { return option.value === wanted; });
      select.value = isKnown ? wanted : "";
    });
  }

  function writeAddress() {
    var query = new URLSearchParams(window.location.search);
    selects.forEach(function (select) {
      query.delete(select.name);
      if (select.value) query.append(select.name, select.value);
    });
    var said = query.toString();
    try {
      window.history.replaceState(window.history.state, "", window.location.pathname + (said ? "?" + said : "") + window.location.hash);
    } catch (refused) {
      /* A page opened from a disk keeps its address. */
    }
  }

  form.addEventListener("change", function () {
    writeAddress();
    show();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  clear.addEventListener("click", function () {
    selects.forEach(function (select) { select.value = ""; });
    selects[0].focus();
    writeAddress();
    show();
  });
  window.addEventListener("popstate", function () {
    readAddress();
    show();
  });

  form.hidden = false;
  readAddress();
  show();
})();
