/* Starts Decap CMS with the settings that the build wrote, and adds what its widgets lack. */
(function () {
  "use strict";

  window.CMS_MANUAL_INIT = true;
  var settings = document.currentScript.dataset.settings;

  /* What was typed as a bare word where an object is declared, as that object: « contribue_a: [id] ».
     A field's settings are a map of the sort that Decap keeps values in: emptied, they make one. */
  function whole(field, value) {
    var key = field.get("bare");
    if (!key || value === undefined || value === null || value === "") return value;
    if (field.get("widget") !== "list") return isBare(value) ? made(field, key, value) : value;
    if (isBare(value)) return field.get("fields").clear().push(made(field, key, value));
    if (!value.some(isBare)) return value;
    return value.map(function (item) { return isBare(item) ? made(field, key, item) : item; });
  }

  function isBare(value) { return value === null || typeof value !== "object"; }

  function made(field, key, value) { return field.clear().set(key, value === null ? "" : String(value)); }

  function withWhole(Control) {
    class Whole extends Control {
      set props(given) {
        this.given = given;
        this.kept = null;
      }
      get props() {
        if (!this.kept && this.given) {
          var value = whole(this.given.field, this.given.value);
          this.kept = value === this.given.value ? this.given : Object.assign({}, this.given, { value: value });
        }
        return this.kept || this.given;
      }
      constructor(given) {
        super(Object.assign({}, given, { value: whole(given.field, given.value) }));
      }
    }
    return Whole;
  }

  /* The records of several kinds as one list; what stands alone is at its end. */
  function recordsOf(props, term) {
    var field = props.field;
    var targets = field.get("targets").toJS();
    var alone = (field.get("alone") ? field.get("alone").toJS() : []).filter(function (each) {
      return !term || each.label.toLowerCase().indexOf(term.toLowerCase()) >= 0;
    });
    return targets.reduce(function (before, target) {
      return before.then(function (found) {
        return props.query(props.forID, target.collection, [target.title], term, undefined).then(function (result) {
          var hits = (result && result.payload && result.payload.hits) || [];
          return found.concat(hits.map(function (hit) { return { hit: hit, target: target }; }));
        });
      });
    }, Promise.resolve([])).then(function (found) {
      var counts = {};
      found.forEach(function (each) { counts[each.hit.slug] = (counts[each.hit.slug] || 0) + 1; });
      return found.map(function (each) {
        var title = each.hit.data[each.target.title] || each.hit.slug;
        return {
          value: counts[each.hit.slug] > 1 ? each.target.collection + "/" + each.hit.slug : each.hit.slug,
          label: targets.length > 1 ? title + " (" + each.target.label + ")" : String(title),
          data: each.hit.data,
        };
      }).concat(alone);
    });
  }

  function withTargets(Control) {
    return class Several extends Control {
      constructor(props) {
        super(props);
        if (!props.field.get("targets")) return;
        var self = this;
        this.parseHitOptions = function () { return []; };
        this.loadInitialOptions = function () {
          return recordsOf(self.props, "").then(function (options) {
            if (self.mounted) self.setState({ initialOptions: options }, function () { self.forceUpdate(); });
          });
        };
        this.loadOptions = function (term, callback) {
          recordsOf(self.props, term).then(callback, function () { callback([]); });
        };
      }
    };
  }

  /* A text that may name a record: what it may name is proposed, anything may be typed. */
  function mention(Control) {
    return class Mention extends Control {
      componentDidMount() {
        if (super.componentDidMount) super.componentDidMount();
        var self = this;
        recordsOf(this.props, "").then(function (options) {
          self.options = options;
          self.forceUpdate();
        }, function () {});
      }
      render() {
        var props = this.props;
        var list = props.forID + "-names";
        var options = (this.options || []).map(function (each) {
          return window.h("option", { key: each.value, value: each.value }, each.label);
        });
        return window.h("div", {},
          window.h("input", {
            type: "text", id: props.forID, list: list, className: props.classNameWrapper,
            value: props.value || "", onChange: function (event) { props.onChange(event.target.value); },
            onFocus: props.setActiveStyle, onBlur: props.setInactiveStyle,
          }),
          window.h("datalist", { id: list }, options));
      }
    };
  }

  /* How many of whom: a line each, « habitants : 12 ». */
  function counts() {
    return window.createClass({
      getInitialState: function () { return { text: countsSaid(this.props.value) }; },
      change: function (event) {
        var found = {};
        event.target.value.split("\n").forEach(function (line) {
          var parts = /^\s*(.+?)\s*:\s*(\d+)\s*$/.exec(line);
          if (parts) found[parts[1]] = Number(parts[2]);
        });
        this.setState({ text: event.target.value });
        this.props.onChange(found);
      },
      render: function () {
        return window.h("textarea", {
          id: this.props.forID, className: this.props.classNameWrapper, rows: 4, value: this.state.text,
          onChange: this.change, onFocus: this.props.setActiveStyle, onBlur: this.props.setInactiveStyle,
        });
      },
    });
  }

  function countsSaid(value) {
    var held = value && typeof value.toJS === "function" ? value.toJS() : value || {};
    return Object.keys(held).map(function (who) { return who + " : " + held[who]; }).join("\n");
  }

  /* What Decap writes, on the lines on which « chemins format » writes it: a short list in brackets,
     a text of one line on one line. Only where nothing can be read otherwise. */
  function shaped(raw) {
    var parts = /^---\n([\s\S]*?\n)---\n/.exec(raw);
    if (!parts) return raw;
    var lines = parts[1].split("\n");
    var written = [];
    for (var at = 0; at < lines.length; at += 1) {
      var head = /^( *(?:- )*)([^\s:"'#-][^:"'#]*):( \S.*)?$/.exec(lines[at]);
      var block = head && head[3] && /^ [|>]/.test(head[3]);
      if (block) {
        written.push(lines[at]);
        while (at + 1 < lines.length && (!lines[at + 1] || deep(lines[at + 1]) > head[1].length)) {
          at += 1;
          written.push(lines[at]);
        }
      } else if (head && head[3] && !/^ ['[{]/.test(head[3])) {
        var said = [lines[at]];
        while (lines[at + 1] && deep(lines[at + 1]) > head[1].length) {
          at += 1;
          said.push(lines[at]);
        }
        // A line end behind « \\ », or a blank line, says more than a space.
        var isOne = (lines[at + 1] !== "" || at + 2 === lines.length) && !said.some(function (line) { return /\\$/.test(line); });
        if (isOne) said = [said.map(function (line, place) { return place ? line.trim() : line; }).join(" ")];
        written = written.concat(said);
      } else if (head && !head[3]) {
        var items = [];
        var next = at + 1;
        var item;
        while ((item = /^( *)- (.*)$/.exec(lines[next] || "")) && item[1].length === head[1].length + 2) {
          items.push(item[2]);
          next += 1;
        }
        var list = "[" + items.join(", ") + "]";
        var ends = !lines[next] || deep(lines[next]) <= head[1].length;
        if (items.length && ends && list.length <= 90 && items.every(fitsInBrackets)) {
          written.push(lines[at] + " " + list);
          at = next - 1;
        } else {
          written.push(lines[at]);
        }
      } else {
        written.push(lines[at]);
      }
    }
    return "---\n" + written.join("\n") + raw.slice(parts[0].length - 4);
  }

  function deep(line) { return line.length - line.trimStart().length; }

  function fitsInBrackets(item) {
    return (item.length <= 40 || /^[a-z0-9-]+$/.test(item)) && /^[^\s"'\[\]{},#&*!|>%@`?:-][^,:#\[\]{}"]*$/.test(item);
  }

  /* A backend that shapes what it is given to keep. */
  function shape(name) {
    var known = window.CMS.getBackend(name);
    var init = known.init;
    known.init = function () {
      var backend = init.apply(known, arguments);
      var persist = backend.persistEntry;
      backend.persistEntry = function (entry, options) {
        entry.dataFiles.forEach(function (file) { file.raw = shaped(file.raw); });
        return persist.call(backend, entry, options);
      };
      if (name === "proxy") guard(backend);
      return backend;
    };
  }

  /* Tells what keeps the files in which state each record was given, so that what was changed
     elsewhere since is not undone; and says what it answers without Decap's name for it. */
  function guard(backend) {
    var given = {};
    var get = backend.getEntry;
    var persist = backend.persistEntry;
    backend.getEntry = function (path) {
      return get.apply(backend, arguments).then(function (entry) {
        given[path] = entry.file.id;
        return entry;
      });
    };
    backend.persistEntry = function (entry) {
      entry.dataFiles.forEach(function (file) { if (given[file.path]) file.given = given[file.path]; });
      return persist.apply(backend, arguments).then(function (kept) {
        return Promise.all(entry.dataFiles.map(function (file) {
          return backend.getEntry(file.path);
        })).then(function () { return kept; });
      }, function (error) {
        if (error && error.name === "API_ERROR") error.name = "";
        throw error;
      });
    };
  }

  /* Decap drops a straight apostrophe from the name that it makes of a title: « lecole ». The curved
     one, which is that of print, parts two words: « l-ecole ». */
  function curve(config) {
    var titles = {};
    config.collections.forEach(function (each) { titles[each.name] = each.identifier_field; });
    window.CMS.registerEventListener({
      name: "preSave",
      handler: function (event) {
        var data = event.entry.get("data");
        var field = titles[event.entry.get("collection")];
        var title = event.entry.get("newRecord") && field && data.get(field);
        return title ? data.set(field, String(title).replace(/(\S)'(?=\S)/g, "$1’")) : data;
      },
    });
  }

  function register(name, control) {
    var known = window.CMS.getWidget(name);
    window.CMS.registerWidget({
      name: name, controlComponent: control(known.control), previewComponent: known.preview,
      schema: known.schema, allowMapValue: known.allowMapValue, globalStyles: known.globalStyles,
    });
  }

  /* Our words in the place of some of Decap's: « editor.editorToolbar.publish ». */
  function say(language, words) {
    var phrases = JSON.parse(JSON.stringify(window.CMS.getLocale(language)));
    Object.keys(words).forEach(function (path) {
      var names = path.split(".");
      var last = names.pop();
      names.reduce(function (at, name) { return at[name] || (at[name] = {}); }, phrases)[last] = words[path];
    });
    window.CMS.registerLocale(language, phrases);
  }

  /* Names for what Decap shows as a sign alone: what moves, folds and removes an item of a list. */
  function name(words) {
    function each(selector, said) {
      document.querySelectorAll(selector + ":not([aria-label])").forEach(function (found) {
        if (!found.textContent.trim()) found.setAttribute("aria-label", said);
      });
    }
    new MutationObserver(function () {
      each("[aria-roledescription='sortable']", words.move);
      each("[class*='TopBarButton']:first-child:not(:only-child)", words.fold);
      each("[class*='TopBarButton']:last-child:not(:only-child)", words.remove);
      each("[class*='TopBarButton']", words.fold);
    }).observe(document.body, { childList: true, subtree: true });
  }

  document.addEventListener("DOMContentLoaded", function () {
    register("list", withWhole);
    register("object", withWhole);
    register("relation", withTargets);
    window.CMS.registerWidget("mention", mention(window.CMS.getWidget("string").control));
    window.CMS.registerWidget("counts", counts());
    fetch(settings).then(function (answer) { return answer.json(); }).then(function (config) {
      shape(config.backend.name);
      curve(config);
      if (config.backend.proxy_url) {
        config.backend.proxy_url = new URL(config.backend.proxy_url, location.href).pathname;
        config.site_url = new URL("..", location.href).href;
      }
      say(config.locale, config.words);
      name(config.names);
      delete config.words;
      delete config.names;
      window.CMS.init({ config: config });
    });
  });
})();
