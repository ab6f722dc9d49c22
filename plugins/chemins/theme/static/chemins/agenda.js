/*
  What is to come, first: a page does not know what day it is read, the reader's browser does. Without
  this script every date stands in the page, from the furthest to the oldest, and says its year.
*/
(function () {
  "use strict";

  var now = new Date();
  var today = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");

  function two(number) { return (number < 10 ? "0" : "") + number; }

  function all(element, selector) {
    return Array.prototype.slice.call(element.querySelectorAll(selector));
  }

  function isAhead(item) { return item.getAttribute("data-until") >= today; }

  /* The whole agenda: a section for what is to come, soonest first; another for what was. */
  function part(agenda) {
    var section = agenda.parentNode.parentNode;
    var past = section.cloneNode(true);
    var behind = past.querySelector(".agenda");
    all(past, "[id]").forEach(function (each) { each.id += "-2"; });
    agenda.querySelector(".agenda__order").hidden = true;
    behind.querySelector(".agenda__order").hidden = true;
    all(agenda, "li").forEach(function (item) { if (!isAhead(item)) item.parentNode.removeChild(item); });
    all(behind, "li").forEach(function (item) { if (isAhead(item)) item.parentNode.removeChild(item); });
    [agenda, behind].forEach(function (each) {
      all(each, ".agenda__month").forEach(function (month) {
        if (!month.querySelector("li")) month.parentNode.removeChild(month);
      });
    });
    all(agenda, ".agenda__month, li").forEach(function (each) {
      each.parentNode.insertBefore(each, each.parentNode.querySelector(each.tagName === "LI" ? "li" : ".agenda__month"));
    });
    section.querySelector("h2").textContent = agenda.getAttribute("data-ahead");
    past.querySelector("h2").textContent = agenda.getAttribute("data-past");
    if (!agenda.querySelector("li")) {
      var none = document.createElement("p");
      none.className = "silence";
      none.textContent = agenda.getAttribute("data-none");
      agenda.appendChild(none);
    }
    if (behind.querySelector("li")) section.parentNode.insertBefore(past, section.nextSibling);
  }

  /* A few dates: the next ones, or word that there is none. */
  function next(dates) {
    var list = dates.querySelector("ol");
    var items = all(list, "li");
    var ahead = items.filter(isAhead).reverse();
    items.forEach(function (item) { item.hidden = true; });
    ahead.slice(0, Number(dates.getAttribute("data-shown"))).reverse().forEach(function (item) {
      item.hidden = false;
      list.insertBefore(item, list.firstElementChild);
    });
    list.hidden = !ahead.length;
    dates.querySelector(".silence").hidden = ahead.length > 0;
  }

  all(document, ".agenda").forEach(part);
  all(document, ".dates").forEach(next);
})();
