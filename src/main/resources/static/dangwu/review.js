/* Pages of the member review: fields that depend on an answer, and a record that saves itself. */
(function () {
  "use strict";

  function value(name) {
    var chosen = document.querySelector('input[name="' + name + '"]:checked');
    return chosen ? chosen.value : "";
  }

  function refresh() {
    document.querySelectorAll("[data-when], [data-unless]").forEach(function (box) {
      var rule = (box.dataset.when || box.dataset.unless).split("=");
      var met = value(rule[0]) === rule[1];
      box.hidden = box.dataset.when ? !met : met;
    });
  }

  document.addEventListener("change", refresh);
  refresh();

  /* Completing the task takes what was saved; what was changed since then is to be saved first. */
  var saving = document.querySelector("form[data-save-first]");
  if (saving) {
    var before = new URLSearchParams(new FormData(saving)).toString();
    window.dangwuDossier = {
      pending: function () { return new URLSearchParams(new FormData(saving)).toString() === before ? 0 : 1; },
      flush: function () {
        var unsaved = document.getElementById("unsaved");
        unsaved.hidden = false;
        unsaved.scrollIntoView({ block: "center" });
        return Promise.resolve();
      }
    };
  }

  /* A paper of the case file inside the page: what was typed last is saved before a form beside it is sent. */
  var paper = document.querySelector(".own-paper");
  if (paper) {
    var inside = function () { return paper.contentWindow.dangwuDossier; };
    var fit = function () {
      var body = paper.contentDocument && paper.contentDocument.body;
      if (body) { paper.style.height = Math.max(420, Math.ceil(body.getBoundingClientRect().height) + 16) + "px"; }
    };
    paper.addEventListener("load", function () {
      fit();
      new ResizeObserver(fit).observe(paper.contentDocument.body);
    });
    window.dangwuDossier = {
      pending: function () { return inside() ? inside().pending() : 0; },
      flush: function () { return inside() ? inside().flush() : Promise.resolve(); }
    };
    document.querySelectorAll("form[data-after-paper]").forEach(function (beside) {
      beside.addEventListener("submit", function (event) {
        if (window.dangwuDossier.pending() === 0) { return; }
        event.preventDefault();
        window.dangwuDossier.flush().then(function () {
          if (window.dangwuDossier.pending() === 0) { beside.submit(); }
        });
      });
    });
  }

  var form = document.querySelector("form[data-draft]");
  if (!form) { return; }

  var PAUSE = 2500;
  var RETRY = 10000;
  var state = document.getElementById("draft-state");
  var timer = null;
  var running = null;
  // What the server refused is shown again and is still to be saved.
  var saved = form.dataset.unsaved ? "" : content();

  function content() { return new URLSearchParams(new FormData(form)).toString(); }

  /* What the server counts up is no change of the writer's. */
  function counted(sent, revision) {
    if (!revision || !form.elements.revision) { return sent; }
    form.elements.revision.value = revision;
    var data = new URLSearchParams(sent);
    data.set("revision", revision);
    return data.toString();
  }

  function say(text, failed) {
    state.textContent = text;
    state.className = failed ? "failed" : "hint";
  }

  function save() {
    clearTimeout(timer);
    if (running) { return running.then(save); }
    var now = content();
    if (now === saved) { return Promise.resolve(); }
    running = fetch(form.dataset.draft, {
      method: "POST", credentials: "same-origin", redirect: "manual",
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", "Accept": "application/json", "X-Requested-With": "XMLHttpRequest" },
      body: now
    }).then(function (response) {
      return response.json().then(function (body) { return { ok: response.ok, body: body }; });
    }).then(function (answer) {
      if (answer.ok) {
        saved = counted(now, answer.body.revision);
        say("已保存 " + answer.body.savedAt, false);
      } else {
        say(answer.body.message || "未能保存，请刷新页面后再试。", true);
      }
    }, function () {
      say("网络中断或者登录已过期，尚未保存", true);
      timer = setTimeout(save, RETRY);
    }).then(function () { running = null; });
    return running;
  }

  form.addEventListener("input", function () {
    clearTimeout(timer);
    say("尚未保存", false);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", function () { saved = content(); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) { save(); } });
  window.addEventListener("beforeunload", function (event) {
    if (content() !== saved) { event.preventDefault(); }
  });
  /* For the form around this frame: it saves before it completes the task. */
  window.dangwuDossier = { pending: function () { return content() === saved ? 0 : 1; }, flush: save };
})();
