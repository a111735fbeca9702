/*
 * The record of a meeting. Every word that is typed is kept on this computer until the server has
 * acknowledged it; copies of other people are removed, and signing out removes all.
 */
(function () {
  "use strict";

  var root = document.getElementById("agenda");
  if (!root) { return; }

  var PREFIX = "dangwu-copy:";
  var OWN = PREFIX + root.dataset.person + ":";
  var OLDEST = 7 * 24 * 3600 * 1000;
  var PAUSE = 1500;
  var LONGEST_PAUSE = 5000;
  var RETRY = [2000, 4000, 8000, 15000];
  var INDENT = "\u3000\u3000";
  var fields = [];
  var state = document.getElementById("agenda-state");
  var notice = document.getElementById("agenda-notice");
  var leaving = false;

  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : null;
  }

  function length(text) { return Array.from(text).length; }

  function el(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function button(text, action) {
    var made = el("button", "button button-small", text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  /* Resolves with {status, body}; status 0 means that no answer of this application came. */
  function send(method, path, body, last) {
    var headers = { "Accept": "application/json", "X-Requested-With": "XMLHttpRequest" };
    var text = body === undefined ? undefined : JSON.stringify(body);
    if (text !== undefined) { headers["Content-Type"] = "application/json"; }
    if (meta("_csrf_header")) { headers[meta("_csrf_header")] = meta("_csrf"); }
    return fetch(path, {
      method: method, headers: headers, body: text, credentials: "same-origin", redirect: "manual",
      keepalive: Boolean(last) && (!text || text.length < 20000)
    }).then(function (response) {
      if (response.type === "opaqueredirect") { return { status: 401, body: {} }; }
      return response.json().then(
        function (json) { return { status: response.status, body: json }; },
        function () { return { status: response.status === 200 ? 401 : response.status, body: {} }; });
    }, function () { return { status: 0, body: {} }; });
  }

  /* After signing in again in another window this page needs the new session's token. */
  function renewToken() {
    return fetch(root.dataset.page, { credentials: "same-origin", redirect: "manual" }).then(function (response) {
      return response.ok ? response.text() : "";
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, "text/html");
      var token = fresh.querySelector('meta[name="_csrf"]');
      var page = fresh.getElementById("agenda");
      if (!token || !page || page.dataset.person !== root.dataset.person) { return false; }
      document.querySelector('meta[name="_csrf"]').content = token.content;
      return true;
    }, function () { return false; });
  }

  /* ---- copies on this computer ---- */

  function copies() {
    var found = [];
    for (var i = 0; i < localStorage.length; i++) {
      if (localStorage.key(i).indexOf(PREFIX) === 0) { found.push(localStorage.key(i)); }
    }
    return found;
  }

  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch (broken) { return null; }
  }

  function tidyCopies() {
    copies().forEach(function (key) {
      var copy = read(key);
      if (key.indexOf(OWN) !== 0 || !copy || !copy.text || Date.now() - copy.at > OLDEST) {
        localStorage.removeItem(key);
      }
    });
  }

  /* Words of a step that another window ended meanwhile: shown, so that they can be taken over. */
  function showKept() {
    var box = document.getElementById("agenda-kept");
    copies().filter(function (key) {
      return key.indexOf(OWN + root.dataset.task + ":") !== 0;
    }).forEach(function (key) {
      var copy = read(key);
      var card = el("div", "notice notice-warning");
      var actions = el("div", "actions");
      card.append(el("strong", "", "“" + copy.step + " · " + copy.label + "”有文字没有保存，请复制到需要的地方。"));
      card.append(el("pre", "agenda-kept-text", copy.text));
      actions.append(button("复制", function () { copyText(copy.text); }));
      actions.append(button("删除本机暂存", function () {
        localStorage.removeItem(key);
        card.remove();
      }));
      card.append(actions);
      box.append(card);
      box.hidden = false;
    });
  }

  function copyText(text) {
    var area = el("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  /* ---- who criticised: one paragraph each, kept as one text ---- */

  function Critics(box, textarea, changed) {
    this.list = box.querySelector(".agenda-critics");
    this.silent = box.querySelector("[data-silent]");
    this.textarea = textarea;
    this.changed = changed;
    this.form = document.getElementById("agenda-critic");
    this.names = Array.from(this.form.content.querySelectorAll("option")).map(function (o) { return o.value; })
      .filter(Boolean);
    textarea.tabIndex = -1;
    textarea.setAttribute("aria-hidden", "true");
    var critics = this;
    box.querySelector("[data-add]").addEventListener("click", function () {
      critics.add({ name: "", text: "" }).querySelector("select").focus();
    });
    this.show();
  }

  Critics.prototype.speaker = function (line) {
    return this.names.filter(function (name) { return line.indexOf(name + "：") === 0; })
      .sort(function (a, b) { return b.length - a.length; })[0];
  };

  /* The same reading of the text as on the server. */
  Critics.prototype.parse = function (text) {
    var critics = this;
    var paragraphs = [];
    text.split("\n").forEach(function (line) {
      var indented = line.indexOf(INDENT) === 0;
      var name = indented ? undefined : critics.speaker(line);
      var last = paragraphs[paragraphs.length - 1];
      if (name) {
        paragraphs.push({ name: name, text: line.slice(name.length + 1) });
      } else if (last && (indented || !line.trim() || !last.name)) {
        last.text += "\n" + (indented ? line.slice(INDENT.length) : line);
      } else if (line.trim()) {
        paragraphs.push({ name: "", text: line });
      }
    });
    paragraphs.forEach(function (p) { p.text = p.text.trim(); });
    return paragraphs;
  };

  Critics.prototype.rows = function () {
    return Array.from(this.list.children).map(function (row) {
      return { name: row.querySelector("select").value, text: row.querySelector("textarea").value };
    });
  };

  Critics.prototype.text = function () {
    return this.rows().filter(function (row) { return row.name || row.text.trim(); }).map(function (row) {
      var lines = row.text.trim().split("\n").map(function (line, i) {
        return i === 0 || !line.trim() ? line : INDENT + line;
      });
      return (row.name ? row.name + "：" : "") + lines.join("\n");
    }).join("\n");
  };

  Critics.prototype.show = function () {
    var critics = this;
    this.list.replaceChildren();
    var paragraphs = this.parse(this.textarea.value);
    (paragraphs.length ? paragraphs : [{ name: "", text: "" }]).forEach(function (p) { critics.add(p); });
    this.count();
  };

  Critics.prototype.add = function (paragraph) {
    var critics = this;
    var row = this.form.content.firstElementChild.cloneNode(true);
    var select = row.querySelector("select");
    var area = row.querySelector("textarea");
    select.value = paragraph.name;
    area.value = paragraph.text;
    function edited() {
      critics.textarea.value = critics.text();
      grow(area);
      critics.count();
      critics.changed();
    }
    select.addEventListener("change", edited);
    area.addEventListener("input", edited);
    row.querySelector("[data-remove]").addEventListener("click", function () {
      if (area.value.trim() && !window.confirm("确定移除这一段批评意见吗？")) { return; }
      row.remove();
      edited();
    });
    this.list.append(row);
    grow(area);
    return row;
  };

  /* Who is there and has said nothing yet. */
  Critics.prototype.count = function () {
    var spoken = this.rows().filter(function (row) { return row.text.trim(); }).map(function (row) { return row.name; });
    var silent = Array.from(this.form.content.querySelectorAll('option[data-present="true"]'))
      .map(function (o) { return o.value; }).filter(function (name) { return spoken.indexOf(name) < 0; });
    this.silent.textContent = silent.length ? "尚未记录：" + silent.join("、") : "到会成员均已记录";
  };

  function grow(area) {
    area.style.height = "auto";
    area.style.height = area.scrollHeight + 4 + "px";
  }

  /* ---- one section ---- */

  function Field(box) {
    var field = this;
    this.box = box;
    this.label = box.dataset.label;
    this.input = box.querySelector("textarea[id]");
    this.max = Number(box.dataset.max);
    this.revision = Number(box.dataset.revision);
    // What the server sent, not what stands there: somebody may type before this script runs.
    this.saved = this.input.defaultValue;
    this.sent = null;
    this.attempt = 0;
    this.foot = box.querySelector(".field-state");
    this.left = box.querySelector(".field-count");
    this.key = OWN + root.dataset.task + ":" + box.dataset.type + ":" + box.dataset.section;
    this.path = root.dataset.base + "/documents/" + encodeURIComponent(box.dataset.type) + "/sections/"
      + encodeURIComponent(box.dataset.section);
    this.restore();
    if (box.dataset.named === "true") {
      this.critics = new Critics(box, this.input, function () { field.changed(); });
    } else {
      this.input.addEventListener("input", function () { field.changed(); });
      grow(this.input);
    }
    box.addEventListener("focusout", function () { field.save(); });
    var fill = box.querySelector("[data-fill]");
    if (fill) {
      fill.addEventListener("click", function () {
        var known = box.querySelector(".agenda-hint pre").textContent;
        field.set(field.input.value ? field.input.value + "\n" + known : known);
        field.changed();
      });
    }
    this.counted();
    if (this.dirty()) { this.changed(); }
  }

  Field.prototype.dirty = function () { return this.input.value !== this.saved; };

  Field.prototype.set = function (text) {
    this.input.value = text;
    if (this.critics) { this.critics.show(); } else { grow(this.input); }
  };

  Field.prototype.counted = function () {
    var rest = this.max - length(this.input.value);
    this.left.textContent = rest >= 0 ? "还可填写 " + rest + " 字" : "超出 " + (-rest) + " 字，尚未保存";
    this.left.classList.toggle("over", rest < 0);
    this.input.classList.toggle("unsaved", this.dirty());
  };

  Field.prototype.say = function (text, className) {
    this.foot.textContent = text;
    this.foot.className = "field-state" + (className ? " " + className : "");
  };

  Field.prototype.changed = function () {
    var field = this;
    var now = Date.now();
    this.keep();
    this.counted();
    if (!this.critics) { grow(this.input); }
    if (!this.since) { this.since = now; }
    clearTimeout(this.timer);
    this.timer = setTimeout(function () { field.save(); },
      Math.max(0, Math.min(PAUSE, this.since + LONGEST_PAUSE - now)));
    report();
  };

  /* Kept before anything is sent, and until the server has answered that it has it. */
  Field.prototype.keep = function () {
    try {
      if (this.dirty()) {
        localStorage.setItem(this.key, JSON.stringify({
          text: this.input.value, revision: this.revision, sent: this.sent, at: Date.now(),
          step: root.dataset.step, label: this.label
        }));
      } else {
        localStorage.removeItem(this.key);
      }
      this.unkept = false;
    } catch (full) {
      this.unkept = true;
    }
  };

  Field.prototype.restore = function () {
    var copy = read(this.key);
    if (!copy || typeof copy.text !== "string") { return; }
    if (copy.text === this.saved) {
      localStorage.removeItem(this.key);
      return;
    }
    // What stands on the server is what this computer sent before the answer was lost: no conflict.
    if (copy.sent !== this.saved) { this.revision = Number(copy.revision) || 0; }
    this.input.value = this.dirty() ? copy.text + "\n" + this.input.value : copy.text;
    this.say("已恢复本机暂存的文字", "");
  };

  Field.prototype.save = function (last) {
    var field = this;
    clearTimeout(this.timer);
    this.since = 0;
    if (!this.dirty() || this.conflicting || this.gone) { return Promise.resolve(); }
    if (this.running) { return this.running.then(function () { return field.save(last); }); }
    if (length(this.input.value) > this.max) { return Promise.resolve(); }
    var text = this.input.value;
    this.sent = text;
    this.keep();
    this.running = send("PUT", this.path, { text: text, revision: this.revision }, last).then(function (answer) {
      field.running = null;
      return field.answered(text, answer);
    });
    report();
    return this.running;
  };

  Field.prototype.answered = function (text, answer) {
    var field = this;
    this.offline = false;
    if (answer.status === 200) {
      this.acknowledged(text, answer.body);
    } else if (answer.status === 409 && answer.body.text === this.lastUnanswered) {
      // The other writer is this page: its last save arrived, only the answer did not.
      this.revision = answer.body.revision;
      this.lastUnanswered = undefined;
      return this.save();
    } else if (answer.status === 409) {
      this.conflict(answer.body);
    } else if (answer.status === 0 || answer.status >= 500) {
      this.lastUnanswered = text;
      this.offline = true;
      this.again();
    } else if ((answer.status === 401 || answer.status === 403) && !answer.body.message) {
      this.expired = true;
      return renewToken().then(function (renewed) {
        field.expired = !renewed;
        if (renewed) { return field.save(); }
        field.again();
        report();
        return undefined;
      });
    } else {
      this.gone = answer.status === 404 || answer.status === 403;
      this.say(answer.body.message || "未能保存，文字仍暂存在本机。", "failed");
      if (this.gone) {
        tell("本环节已在别处办结或者改由他人记录。没有保存的文字暂存在本机，刷新页面后可以复制。");
      }
    }
    report();
    return undefined;
  };

  Field.prototype.acknowledged = function (text, body) {
    var field = this;
    this.revision = body.revision;
    this.saved = text;
    this.sent = null;
    this.lastUnanswered = undefined;
    this.attempt = 0;
    this.expired = false;
    this.savedAt = body.savedAt;
    this.keep();
    this.counted();
    this.say("已保存 " + body.savedAt, "saved");
    if (this.dirty()) { this.timer = setTimeout(function () { field.save(); }, PAUSE); }
  };

  Field.prototype.again = function () {
    var field = this;
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(function () { field.save(); }, RETRY[Math.min(this.attempt, RETRY.length - 1)]);
    this.attempt += 1;
    this.say("已暂存本机，尚未保存", "failed");
  };

  /* Two windows wrote the same section: both texts stay until somebody chooses. */
  Field.prototype.conflict = function (body) {
    var field = this;
    var theirs = body.text || "";
    var panel = el("div", "conflict");
    var actions = el("div", "actions");
    this.conflicting = true;
    panel.setAttribute("role", "alert");
    panel.append(el("div", "", body.message), el("pre", "", theirs || "（空）"));
    function settle(text) {
      panel.remove();
      field.conflicting = false;
      field.revision = body.revision;
      field.saved = theirs;
      field.set(text);
      field.changed();
      field.save();
    }
    actions.append(button("两份都保留", function () { settle(theirs ? theirs + "\n" + field.input.value : field.input.value); }));
    actions.append(button("只保留我的文字", function () { settle(field.input.value); }));
    actions.append(button("采用对方的文字", function () { settle(theirs); }));
    panel.append(actions);
    this.box.append(panel);
    this.say("他人已修改，请选择保留哪一份", "failed");
  };

  /* ---- the whole page ---- */

  function tell(sentence) {
    notice.textContent = sentence || "";
    notice.hidden = !sentence;
  }

  function any(property) {
    return fields.some(function (f) { return typeof f[property] === "function" ? f[property]() : f[property]; });
  }

  function report() {
    if (!state) { return; }
    var times = fields.map(function (f) { return f.savedAt; }).filter(Boolean).sort();
    var latest = times.length ? " " + times[times.length - 1] : "";
    if (any("unkept")) {
      show("浏览器无法暂存，请勿关闭本页", "failed");
    } else if (any("conflicting")) {
      show("他人已修改，请选择", "failed");
    } else if (any("gone")) {
      show("本环节已办结", "failed");
    } else if (any("expired")) {
      show("登录已过期，已暂存本机。请在新窗口重新登录", "offline");
    } else if (any("dirty") && (any("offline") || navigator.onLine === false)) {
      show("网络中断，已暂存本机", "offline");
    } else if (any("running")) {
      show("正在保存", "busy");
    } else if (any("dirty")) {
      show("尚未保存", "busy");
    } else {
      show("已保存" + latest, "");
    }
  }

  function show(text, className) {
    state.textContent = text;
    state.className = "agenda-state" + (className ? " " + className : "");
  }

  function pending() {
    return fields.filter(function (f) { return f.dirty() || f.running; }).length;
  }

  function flush(last) {
    return Promise.all(fields.map(function (f) { return f.save(last); }));
  }

  function next() {
    var confirm = document.getElementById("agenda-confirm");
    tell("");
    flush().then(function () {
      if (pending()) {
        tell("还有文字没有保存到服务器。请等状态变为“已保存”后再进入下一项。");
      } else if (!confirm.open) {
        confirm.showModal();
      }
    });
  }

  function proceed() {
    var go = document.getElementById("agenda-next");
    if (go.disabled) { return; }
    go.disabled = true;
    send("POST", root.dataset.page + "/next?run=" + encodeURIComponent(root.dataset.run)).then(function (answer) {
      go.disabled = false;
      if (answer.status === 200) {
        leaving = true;
        move(answer.body.next);
      } else if (answer.status === 0 || answer.status >= 500) {
        tell("网络中断，未能进入下一项。记录已保存，请稍后再试。");
      } else {
        tell(answer.body.message || "未能进入下一项，请刷新页面后再试。");
      }
      if (answer.status !== 200) { notice.scrollIntoView({ block: "center" }); }
    });
  }

  /* On a page of its own the next step follows here; in Tasklist the task around the frame changes. */
  function move(task) {
    var tasklist = window.top !== window && window.top.location.pathname.indexOf("/tasklist/") >= 0;
    if (tasklist) {
      window.top.location.hash = task ? "#/?task=" + encodeURIComponent(task) : "#/";
    } else if (task) {
      window.location.assign(root.dataset.pages + encodeURIComponent(task) + "/agenda?whole");
    } else {
      window.location.assign(root.dataset.home);
    }
  }

  /* Another window may have gone on; asking also keeps the session of a long speech alive. */
  function lookAfter() {
    send("GET", root.dataset.page + "/state").then(function (answer) {
      if (answer.status === 404 && !leaving) {
        fields.forEach(function (f) { f.gone = true; });
        tell("本环节已在别处办结。请返回工作台，从当前环节继续。");
        report();
      }
    });
  }

  tidyCopies();
  showKept();
  document.querySelectorAll(".agenda-field").forEach(function (box) { fields.push(new Field(box)); });
  report();

  if (fields.length) {
    var dialog = document.getElementById("agenda-confirm");
    document.getElementById("agenda-next").addEventListener("click", next);
    dialog.querySelector("[data-no]").addEventListener("click", function () { dialog.close(); });
    dialog.querySelector("[data-yes]").addEventListener("click", function () {
      dialog.close();
      proceed();
    });
    document.addEventListener("keydown", function (event) {
      if (!(event.ctrlKey || event.metaKey)) { return; }
      if (event.key === "s") {
        event.preventDefault();
        flush();
      } else if (event.key === "Enter") {
        event.preventDefault();
        next();
      }
    });
    window.addEventListener("online", function () { flush(); });
    window.addEventListener("offline", report);
    window.addEventListener("pagehide", function () { flush(true); });
    document.addEventListener("visibilitychange", function () { if (document.hidden) { flush(true); } });
    window.addEventListener("beforeunload", function (event) {
      if (any("unkept")) { event.preventDefault(); }
    });
    setInterval(lookAfter, 60000);
    /* For the form around this frame: it saves before it completes the task. */
    window.dangwuDossier = { pending: pending, flush: flush };
  }
})();
