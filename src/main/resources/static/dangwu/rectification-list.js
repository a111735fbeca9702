/* The rectification list: rows are added, changed and removed here and saved as a whole a moment later. */
(function () {
  "use strict";

  var form = document.getElementById("rectification-list");
  if (!form) { return; }
  var rows = document.getElementById("list-rows");
  var template = document.getElementById("list-row");
  var reason = document.getElementById("none-reason");
  var state = document.getElementById("list-state");
  var missing = document.getElementById("list-missing");
  var held = !form.querySelector("fieldset").disabled;
  var most = Number(form.dataset.most);
  var revision = Number(form.dataset.revision);
  var key = "rectification-list:" + form.dataset.task;
  var DELAY = 2000;
  var RETRY = [3000, 6000, 12000, 30000];
  var attempt = 0;
  var timer = null;
  var running = false;
  var conflicting = false;
  var saved;

  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : null;
  }

  function all() { return Array.from(rows.querySelectorAll(".list-row")); }

  function value(row) {
    var read = {};
    row.querySelectorAll("[data-field]").forEach(function (field) { read[field.dataset.field] = field.value; });
    return read;
  }

  function content() { return { rows: all().map(value), noneReason: reason.value }; }

  function text() { return JSON.stringify(content()); }

  function dirty() { return text() !== saved; }

  function show(sentence, className) {
    state.textContent = sentence;
    state.className = "list-state" + (className ? " " + className : "");
  }

  function number() {
    all().forEach(function (row, i) { row.querySelector(".row-number").textContent = String(i + 1); });
    document.getElementById("list-count").textContent = String(all().length);
  }

  function fill(row, from) {
    row.querySelectorAll("[data-field]").forEach(function (field) {
      var given = from[field.dataset.field];
      if (given === undefined) { return; }
      field.value = given;
      if (field.tagName === "SELECT" && field.value !== given) { field.selectedIndex = 0; }
    });
  }

  function add(from) {
    if (all().length >= most) {
      show("一份清单最多列 " + most + " 项，请合并同类事项。", "failed");
      return null;
    }
    var row = template.content.querySelector(".list-row").cloneNode(true);
    rows.append(row);
    fill(row, from || {});
    number();
    return row;
  }

  /* What is not saved survives a closed frame within this browser tab, and only until it is saved. */
  function keep() {
    try {
      if (dirty()) {
        sessionStorage.setItem(key, JSON.stringify({ revision: revision, content: content() }));
      } else {
        sessionStorage.removeItem(key);
      }
    } catch (full) { show("浏览器无法暂存，请勿关闭本页", "failed"); }
  }

  function changed() {
    if (!held || conflicting) { return; }
    keep();
    show(dirty() ? "未保存" : "");
    clearTimeout(timer);
    timer = setTimeout(save, DELAY);
  }

  function save(leaving) {
    clearTimeout(timer);
    if (!held || conflicting || running || !dirty()) { return; }
    var sent = text();
    var body = JSON.stringify({ revision: revision, rows: content().rows, noneReason: reason.value });
    var headers = { "Accept": "application/json", "Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest" };
    headers[meta("_csrf_header")] = meta("_csrf");
    running = true;
    show("正在保存…");
    fetch(form.dataset.path, {
      method: "PUT", headers: headers, body: body, credentials: "same-origin", redirect: "manual",
      keepalive: leaving === true && body.length < 20000
    }).then(function (response) {
      if (response.type === "opaqueredirect") { return { status: 401, body: {} }; }
      return response.json().then(
        function (json) { return { status: response.status, body: json }; },
        function () { return { status: response.status === 200 ? 401 : response.status, body: {} }; });
    }, function () { return { status: 0, body: {} }; }).then(function (answer) {
      running = false;
      answered(sent, answer);
    });
  }

  function answered(sent, answer) {
    if (answer.status === 200) {
      revision = answer.body.revision;
      saved = sent;
      attempt = 0;
      keep();
      missing.textContent = answer.body.missing;
      missing.hidden = !answer.body.missing;
      show("已保存 " + answer.body.savedAt, "saved");
      if (dirty()) { timer = setTimeout(save, DELAY); }
    } else if (answer.status === 409) {
      conflicting = true;
      show(answer.body.message, "failed");
    } else if (answer.status === 0 || answer.status >= 500 || answer.status === 401) {
      show(answer.status === 401
        ? "登录已过期，内容保留在本页。请在新窗口重新登录，随后自动保存。"
        : "网络中断，内容保留在本页，恢复后自动保存。", "failed");
      timer = setTimeout(save, RETRY[Math.min(attempt, RETRY.length - 1)]);
      attempt += 1;
    } else {
      show(answer.body.message || "未能保存，请复制内容后刷新页面再试。", "failed");
    }
  }

  function restore() {
    var kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(key)); } catch (broken) { kept = null; }
    if (!kept || !kept.content || kept.revision !== revision) {
      sessionStorage.removeItem(key);
      return false;
    }
    rows.textContent = "";
    kept.content.rows.forEach(function (row) { add(row); });
    reason.value = kept.content.noneReason;
    return dirty();
  }

  number();
  saved = text();
  if (held && restore()) {
    show("已恢复上次未保存的内容");
    timer = setTimeout(save, 500);
  }
  if (held && all().length === 0 && !reason.value) {
    add();
    saved = text();
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  document.getElementById("list-save").addEventListener("click", function () {
    if (dirty()) { save(); } else { show("内容没有变化，已经保存", "saved"); }
  });
  document.getElementById("list-add").addEventListener("click", function () {
    var row = add();
    if (row) {
      row.querySelector("textarea").focus();
      changed();
    }
  });
  rows.addEventListener("click", function (event) {
    if (!event.target.classList.contains("row-remove")) { return; }
    var row = event.target.closest(".list-row");
    var written = ["problem", "goal", "measures", "helpNeeded"].some(function (field) { return value(row)[field]; });
    if (written && !window.confirm("确定删除这一项吗？")) { return; }
    row.remove();
    number();
    changed();
  });
  document.querySelectorAll(".copy-item").forEach(function (button) {
    button.addEventListener("click", function () {
      var empty = all().find(function (row) { var v = value(row); return !v.problem && !v.goal && !v.measures && !v.owner && !v.dueOn; });
      var row = empty || add();
      if (!row) { return; }
      fill(row, {
        problem: button.dataset.problem, goal: button.dataset.goal, measures: button.dataset.measures,
        owner: button.dataset.owner, severity: button.dataset.severity
      });
      row.scrollIntoView({ block: "nearest" });
      changed();
    });
  });
  window.addEventListener("pagehide", function () { save(true); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) { save(true); } });
})();
