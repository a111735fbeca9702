/* Check before sending, and send until an answer is heard: a sheet that arrives twice counts once. */
(function () {
  "use strict";

  var form = document.getElementById("ballot");
  var check = document.getElementById("ballot-check");
  if (!form || !check || !window.fetch) { return; }

  var summary = document.getElementById("ballot-summary");
  var status = document.getElementById("ballot-status");
  var back = document.getElementById("ballot-back");
  var confirm = document.getElementById("ballot-confirm");
  var refused = document.getElementById("ballot-refused");
  var progress = form.querySelector(".ballot-progress");
  var limit = form.querySelector(".ballot-limit");
  var objects = Array.from(form.querySelectorAll(".ballot-object"));
  var WAITS = [2, 4, 8, 15, 30];
  var TIMEOUT = 20000;

  form.querySelector("button[type=submit]").textContent = "核对并投票";
  form.noValidate = true;

  function chosen(object) { return object.querySelector("input:checked"); }
  function name(object) { return object.querySelector(".ballot-name").textContent; }

  function count() {
    var done = objects.filter(chosen).length;
    progress.textContent = "已评 " + done + " / " + objects.length;
    objects.forEach(function (o) { if (chosen(o)) { o.classList.remove("ballot-open"); } });
    if (limit) {
      var given = objects.filter(function (o) { return chosen(o) && chosen(o).value === limit.dataset.grade; }).length;
      var over = given > Number(limit.dataset.most);
      limit.querySelector(".ballot-limit-count").textContent = "，您已选 " + given + " 名" + (over ? "，请调整" : "");
      limit.classList.toggle("ballot-limit-over", over);
    }
  }

  function refuse(sentence) {
    refused.textContent = sentence || "";
    if (sentence) { refused.scrollIntoView({ block: "center" }); }
  }

  function show(checking) {
    form.hidden = checking;
    check.hidden = !checking;
    if (checking) { check.focus(); window.scrollTo(0, 0); }
  }

  function summarise() {
    var list = document.createElement("dl");
    var order = Array.from(objects[0].querySelectorAll("input"));
    order.forEach(function (grade) {
      var names = objects.filter(function (o) { return chosen(o).value === grade.value; }).map(name);
      if (!names.length) { return; }
      var term = document.createElement("dt");
      var detail = document.createElement("dd");
      term.textContent = grade.nextElementSibling.textContent + "：" + names.length + " 名";
      detail.textContent = names.join("、");
      list.append(term, detail);
    });
    summary.replaceChildren(list);
  }

  form.addEventListener("change", function () {
    refuse("");
    count();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    refuse("");
    var missing = objects.filter(function (o) { return !chosen(o); });
    if (missing.length) {
      missing.forEach(function (o) { o.classList.add("ballot-open"); });
      refused.textContent = "还有 " + missing.length + " 位没有评，请为" + name(missing[0]) + "选择一个等次，不评价的请选“弃权”。";
      missing[0].scrollIntoView({ block: "center" });
      missing[0].querySelector("input").focus({ preventScroll: true });
      return;
    }
    if (limit && limit.dataset.binding === "true" && limit.classList.contains("ballot-limit-over")) {
      refuse(limit.querySelector("strong").textContent + "，请调整后再投。");
      return;
    }
    summarise();
    show(true);
  });
  back.addEventListener("click", function () { show(false); });

  function tell(sentence) {
    status.hidden = !sentence;
    status.textContent = sentence || "";
  }

  function forget() {
    form.reset();
    summary.replaceChildren();
  }

  function send(attempt) {
    var stop = new AbortController();
    var timer = window.setTimeout(function () { stop.abort(); }, TIMEOUT);
    fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), signal: stop.signal,
      headers: { "Accept": "application/json" }, credentials: "same-origin", cache: "no-store", redirect: "error"
    }).then(function (answer) {
      window.clearTimeout(timer);
      if (answer.status >= 500 || answer.status === 429) { throw new Error("busy"); }
      return answer.json().catch(function () { return {}; }).then(function (body) {
        if (answer.ok && body.next) {
          forget();
          window.location.replace(body.next);
          return;
        }
        tell("");
        waiting(false);
        show(false);
        refuse(body.message || "登录已经过期，请重新登录后再投。这张票尚未投出。");
      });
    }).catch(function () {
      window.clearTimeout(timer);
      var wait = WAITS[Math.min(attempt, WAITS.length - 1)];
      tell("网络较慢，尚未收到回执，" + wait + " 秒后自动再送。请不要关闭本页，重复发送不会重复计票。");
      window.setTimeout(function () { send(attempt + 1); }, wait * 1000);
    });
  }

  function waiting(on) {
    back.disabled = on;
    confirm.disabled = on;
  }

  confirm.addEventListener("click", function () {
    waiting(true);
    tell("正在投票，请稍候……");
    send(0);
  });

  /* A page that comes back from the browser's memory must not show what was chosen. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { forget(); window.location.reload(); }
  });
  window.addEventListener("pagehide", function () { if (status.hidden) { summary.replaceChildren(); } });

  count();
})();
