/* Saves what is typed a few seconds later and when a field is left; keeps the text when that fails. */
(function () {
  "use strict";

  var root = document.getElementById("dossier");
  if (!root || !root.dataset.base) { return; }

  var base = root.dataset.base;
  var fields = [];
  var offline = document.getElementById("dossier-offline");
  var DELAY = 3000;
  var RETRY = [3000, 6000, 12000, 30000];

  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : null;
  }

  function headers(json) {
    var all = { "Accept": "application/json", "X-Requested-With": "XMLHttpRequest" };
    if (meta("_csrf_header")) { all[meta("_csrf_header")] = meta("_csrf"); }
    if (json) { all["Content-Type"] = "application/json"; }
    return all;
  }

  function length(text) { return Array.from(text).length; }

  function el(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  /* Resolves with {status, body}; status 0 means that no answer of this application came. */
  function send(method, path, body, leaving) {
    var text = body === undefined ? undefined : JSON.stringify(body);
    return fetch(base + path, {
      method: method, headers: headers(text !== undefined), body: text, credentials: "same-origin",
      redirect: "manual", keepalive: Boolean(leaving) && (!text || text.length < 20000)
    }).then(function (response) {
      if (response.type === "opaqueredirect") { return { status: 401, body: {} }; }
      if (response.status === 204) { return { status: 204, body: {} }; }
      return response.json().then(
        function (json) { return { status: response.status, body: json }; },
        function () { return { status: response.status === 200 ? 401 : response.status, body: {} }; });
    }, function () { return { status: 0, body: {} }; });
  }

  /* ---- one section ---- */

  function Field(box) {
    var field = this;
    this.box = box;
    this.input = box.querySelector("textarea, input");
    this.document = box.closest("[data-document]").dataset.document;
    this.section = box.dataset.section;
    this.max = Number(box.dataset.max);
    this.revision = Number(box.dataset.revision);
    // What the server sent, not what stands there: somebody may type before this script runs.
    this.saved = this.input.defaultValue;
    this.state = box.querySelector(".field-state");
    this.count = box.querySelector(".field-count");
    this.attempt = 0;
    this.key = "dossier:" + root.dataset.task + ":" + this.document + ":" + this.section;
    this.restore();
    this.input.addEventListener("input", function () { field.changed(); });
    this.input.addEventListener("blur", function () { field.save(); });
    this.counted();
    this.grow();
    if (this.dirty() && !this.timer) { this.changed(); }
  }

  Field.prototype.dirty = function () { return this.input.value !== this.saved; };

  Field.prototype.counted = function () {
    if (!this.count) { return; }
    var left = this.max - length(this.input.value);
    this.count.textContent = left >= 0 ? "还可填写 " + left + " 字" : "超出 " + (-left) + " 字";
    this.count.classList.toggle("over", left < 0);
  };

  Field.prototype.grow = function () {
    if (this.input.tagName === "TEXTAREA") {
      this.input.style.height = "auto";
      this.input.style.height = this.input.scrollHeight + 4 + "px";
    }
  };

  Field.prototype.show = function (text, className) {
    this.state.textContent = text;
    this.state.className = "field-state" + (className ? " " + className : "");
  };

  Field.prototype.changed = function () {
    var field = this;
    this.counted();
    this.grow();
    this.keep();
    if (this.conflicting) { return; }
    this.show(this.dirty() ? "未保存" : "", "");
    clearTimeout(this.timer);
    this.timer = setTimeout(function () { field.save(); }, DELAY);
  };

  /* What is not saved survives a closed frame within this browser tab, and only until it is saved. */
  Field.prototype.keep = function () {
    try {
      if (this.dirty()) {
        sessionStorage.setItem(this.key, JSON.stringify({ text: this.input.value, revision: this.revision }));
      } else {
        sessionStorage.removeItem(this.key);
      }
    } catch (full) { this.show("浏览器无法暂存，请勿关闭本页", "failed"); }
  };

  Field.prototype.restore = function () {
    var kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(this.key)); } catch (broken) { kept = null; }
    if (kept && typeof kept.text === "string" && kept.text !== this.saved) {
      var field = this;
      this.input.value = kept.text;
      this.revision = Number(kept.revision) || 0;
      this.show("已恢复上次未保存的文字", "");
      this.timer = setTimeout(function () { field.save(); }, 500);
    }
  };

  Field.prototype.save = function (leaving) {
    var field = this;
    clearTimeout(this.timer);
    if (!this.dirty() || this.conflicting) { return Promise.resolve(); }
    if (this.running) { return this.running.then(function () { return field.save(leaving); }); }
    if (length(this.input.value) > this.max) {
      this.show("超出字数，尚未保存", "failed");
      return Promise.resolve();
    }
    if (this.input.validity && this.input.validity.badInput) {
      this.show("日期不完整，尚未保存", "failed");
      return Promise.resolve();
    }
    var sent = this.input.value;
    this.show("正在保存…", "");
    this.running = send("PUT",
      "/documents/" + encodeURIComponent(this.document) + "/sections/" + encodeURIComponent(this.section),
      { text: sent, revision: this.revision }, leaving
    ).then(function (answer) { field.running = null; field.answered(sent, answer); });
    return this.running;
  };

  Field.prototype.answered = function (sent, answer) {
    var field = this;
    if (answer.status === 200) {
      this.revision = answer.body.revision;
      this.saved = sent;
      this.attempt = 0;
      this.keep();
      this.show("已保存 " + answer.body.savedAt, "saved");
      if (this.dirty()) { this.timer = setTimeout(function () { field.save(); }, DELAY); }
    } else if (answer.status === 409) {
      this.conflict(answer.body);
    } else if (answer.status === 0 || answer.status >= 500) {
      this.retry("网络中断，文字保留在本页，恢复后自动保存。");
    } else if (answer.status === 401) {
      this.retry("登录已过期，文字保留在本页。请在新窗口重新登录，随后自动保存。");
    } else {
      this.show(answer.body.message || "未能保存，请复制文字后刷新页面再试。", "failed");
    }
    report();
  };

  Field.prototype.retry = function (sentence) {
    var field = this;
    this.waiting = sentence;
    this.show("尚未保存，正在重试", "failed");
    this.timer = setTimeout(function () { field.save(); }, RETRY[Math.min(this.attempt, RETRY.length - 1)]);
    this.attempt += 1;
  };

  Field.prototype.conflict = function (body) {
    var field = this;
    this.conflicting = true;
    this.show("尚未保存：他人已修改", "failed");
    var panel = el("div", "conflict");
    panel.setAttribute("role", "alert");
    panel.append(el("div", "", body.message), el("pre", "", body.text || "（空）"));
    var actions = el("div", "actions");
    var mine = el("button", "button button-small", "保留我的文字");
    var theirs = el("button", "button button-small", "采用对方的文字");
    mine.type = theirs.type = "button";
    actions.append(mine, theirs);
    panel.append(actions);
    this.box.append(panel);
    function settle(text) {
      panel.remove();
      field.conflicting = false;
      field.revision = body.revision;
      field.saved = body.text || "";
      field.input.value = text;
      field.counted();
      field.grow();
      field.keep();
      field.show(field.dirty() ? "未保存" : "已保存 " + body.savedAt, "");
      field.save();
    }
    mine.addEventListener("click", function () { settle(field.input.value); });
    theirs.addEventListener("click", function () { settle(body.text || ""); });
  };

  function report() {
    var waiting = fields.find(function (f) { return f.attempt > 0 && f.dirty(); });
    offline.hidden = !waiting;
    offline.textContent = waiting ? waiting.waiting : "";
  }

  /* ---- files ---- */

  function message(area, sentence) {
    var line = area.querySelector(".file-message");
    line.textContent = sentence || "";
    line.hidden = !sentence;
  }

  function listed(area, file) {
    var item = el("li");
    item.dataset.file = file.id;
    item.dataset.generated = String(file.generated);
    var link = el("a", "", file.name);
    link.href = root.dataset.files + encodeURIComponent(file.id);
    item.append(link, el("span", "hint", file.size + " · " + file.at + (file.generated ? " · 系统生成" : "")));
    if (!file.generated) {
      var remove = el("button", "link-button file-remove", "移除");
      remove.type = "button";
      item.append(remove);
    }
    area.querySelector(".file-list").append(item);
  }

  function upload(area, path, file) {
    var bar = area.querySelector("progress");
    var limit = Number(root.dataset.megabytes);
    message(area, "");
    if (file.size > limit * 1024 * 1024) {
      message(area, "“" + file.name + "”超过" + limit + " MB，请压缩或者拆分后再上传。");
      return;
    }
    var data = new FormData();
    data.append("file", file);
    var request = new XMLHttpRequest();
    request.open("POST", base + path + "/files");
    Object.entries(headers(false)).forEach(function (h) { request.setRequestHeader(h[0], h[1]); });
    request.upload.addEventListener("progress", function (e) {
      if (e.lengthComputable) { bar.value = 100 * e.loaded / e.total; }
    });
    request.addEventListener("loadend", function () {
      var body = {};
      bar.hidden = true;
      try { body = JSON.parse(request.responseText); } catch (other) { body = {}; }
      if (request.status === 200 && body.id) {
        listed(area, body);
      } else {
        message(area, body.message || (request.status === 0
          ? "上传未完成，请检查网络和文件大小后再试。" : "上传未完成，请刷新页面后再试。"));
      }
    });
    bar.value = 0;
    bar.hidden = false;
    request.send(data);
  }

  function prepare(area) {
    var documentBox = area.closest("[data-document]");
    var path = "/documents/" + encodeURIComponent(documentBox.dataset.document);
    var input = area.querySelector('input[type="file"]');
    var make = area.querySelector(".paper-make");
    if (input) {
      input.addEventListener("change", function () {
        if (input.files.length) { upload(area, path, input.files[0]); }
        input.value = "";
      });
    }
    if (make) {
      make.addEventListener("click", function () {
        make.disabled = true;
        message(area, "");
        flush().then(function () { return send("POST", path + "/paper"); }).then(function (answer) {
          make.disabled = false;
          if (answer.status === 200) {
            area.querySelectorAll('li[data-generated="true"]').forEach(function (old) { old.remove(); });
            listed(area, answer.body);
          } else {
            message(area, answer.body.message || "未能生成文书，请稍后再试。");
          }
        });
      });
    }
    area.addEventListener("click", function (event) {
      if (!event.target.classList.contains("file-remove")) { return; }
      var item = event.target.closest("li");
      var name = item.querySelector("a").textContent;
      if (!window.confirm("确定移除“" + name + "”吗？")) { return; }
      event.target.disabled = true;
      send("DELETE", path + "/files/" + encodeURIComponent(item.dataset.file)).then(function (answer) {
        if (answer.status === 204) {
          item.remove();
        } else {
          event.target.disabled = false;
          message(area, answer.body.message || "未能移除，请刷新页面后再试。");
        }
      });
    });
  }

  function pending() {
    return fields.filter(function (f) { return f.dirty() || f.running; }).length;
  }

  function flush(leaving) {
    return Promise.all(fields.map(function (f) { return f.save(leaving); }));
  }

  document.querySelectorAll("[data-section]").forEach(function (box) { fields.push(new Field(box)); });
  document.querySelectorAll(".paper-files").forEach(prepare);
  window.addEventListener("online", function () { flush(); });
  window.addEventListener("pagehide", function () { flush(true); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) { flush(true); } });
  window.addEventListener("beforeunload", function (event) {
    if (pending()) { flush(true); event.preventDefault(); }
  });

  /* For the form around this frame: it saves before it completes the task. */
  window.dangwuDossier = { pending: pending, flush: flush };
})();
