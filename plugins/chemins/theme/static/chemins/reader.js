/*
  For whoever reads: a page's address to copy, and the quartier that one calls one's own. Every page
  is whole without this script. What is chosen stays on the device; nothing is sent, and nothing of
  what is kept there is written into a page: it is only compared with what the page holds.
*/
(function () {
  "use strict";

  var KEY = "chemins:quartier:" + root();

  /* Sites of one host do not read one another's choice. */
  function root() {
    var script = document.currentScript;
    return script ? script.src.replace(/chemins\/reader\.js.*$/, "") : "";
  }

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function kept() {
    try { return window.localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function keep(quartier) {
    try {
      if (quartier) window.localStorage.setItem(KEY, quartier);
      else window.localStorage.removeItem(KEY);
      return true;
    } catch (refused) {
      return false;
    }
  }

  function share(place) {
    var address = place.querySelector(".share__address");
    var button = place.querySelector("button");
    var status = place.querySelector("[aria-live]");
    var published = address.textContent.trim() || window.location.href.replace(/[?#].*$/, "");

    /* With what was chosen on the page, which its address holds: copied, never shown. */
    function told() { return published + window.location.search; }

    function select() {
      var range = document.createRange();
      range.selectNodeContents(address);
      var selection = window.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      status.textContent = button.getAttribute("data-by-hand");
    }

    address.textContent = published;
    place.hidden = false;
    button.parentNode.hidden = false;
    button.addEventListener("click", function () {
      if (!navigator.clipboard) return select();
      navigator.clipboard.writeText(told()).then(function () {
        status.textContent = button.getAttribute("data-copied");
      }, select);
    });
  }

  function choose(place) {
    var button = place.querySelector("button");
    var quartier = place.getAttribute("data-quartier");

    function show() { button.setAttribute("aria-pressed", String(kept() === quartier)); }

    /* A browser that keeps nothing is not offered to. */
    if (!keep(kept())) return;
    button.addEventListener("click", function () {
      keep(kept() === quartier ? null : quartier);
      show();
    });
    place.hidden = false;
    show();
  }

  /* On home: a link to it first, and its place first in the list. */
  function lead(place) {
    var quartier = kept();
    if (!quartier) return;
    all(".quartiers > [data-quartier]").forEach(function (item) {
      if (item.getAttribute("data-quartier") !== quartier) return;
      var there = item.querySelector("a");
      var link = document.createElement("a");
      link.className = "go";
      link.href = there.href;
      link.textContent = there.textContent;
      place.appendChild(link);
      place.hidden = false;
      item.parentNode.insertBefore(item, item.parentNode.firstElementChild);
    });
  }

  all(".share").forEach(share);
  all(".mine[data-quartier]").forEach(choose);
  all(".mine:not([data-quartier])").forEach(lead);
})();
