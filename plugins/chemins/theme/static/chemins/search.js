/*
  The search field, before it is used: a form that leads to the site map. The first letter typed
  makes it a search, and fetches what that takes; until then nothing is fetched. A browser that
  cannot read the index keeps the form.
*/
(function () {
  "use strict";

  var root = document.querySelector(".search[data-root]");
  var form = root && root.querySelector("form");
  var field = form && form.querySelector("input");
  if (!field || !window.DecompressionStream || !window.URLSearchParams || !("noModule" in HTMLScriptElement.prototype)) return;

  var sheet = null;
  function load() {
    sheet = sheet || import("./search-sheet.js").then(function (module) {
      return module.attach(root, form, field);
    });
    return sheet;
  }

  function search() {
    load().then(function (it) { it.search(); }, function () { sheet = null; });
  }

  function writes(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  field.addEventListener("input", search);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    load().then(function (it) { it.enter(); }, function () { form.submit(); });
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
    if (event.key !== "/" && event.key !== "s") return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  var asked = new URLSearchParams(window.location.search).get("q");
  if (asked) {
    field.value = asked.slice(0, field.maxLength);
    search();
  }
})();
