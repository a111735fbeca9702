/* Sends a file without leaving the page, so that what is typed beside it stays. */
(function () {
  "use strict";

  var form = document.getElementById("evidence-upload");
  if (!form) { return; }
  var message = document.getElementById("upload-message");
  var button = form.querySelector("button");

  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : null;
  }

  function say(sentence, good) {
    message.textContent = sentence;
    message.className = "notice " + (good ? "notice-success" : "notice-error");
    message.hidden = false;
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var headers = { "Accept": "application/json", "X-Requested-With": "XMLHttpRequest" };
    headers[meta("_csrf_header")] = meta("_csrf");
    var name = document.getElementById("file").files[0].name;
    button.disabled = true;
    fetch(form.action, {
      method: "POST", body: new FormData(form), headers: headers, credentials: "same-origin", redirect: "manual"
    }).then(function (response) {
      return response.json().then(
        function (body) { return { status: response.status, body: body }; },
        function () { return { status: response.status || 401, body: {} }; });
    }, function () { return { status: 0, body: {} }; }).then(function (answer) {
      button.disabled = false;
      if (answer.status === 200) {
        say(answer.body.message + name + " 已列入“办理情况”，可以继续上传。", true);
        form.reset();
      } else if (answer.status === 0) {
        say("网络中断，文件没有上传，请稍后再试。", false);
      } else if (answer.status === 413) {
        say(answer.body.message || "文件过大，请压缩或者拆分后再上传。", false);
      } else {
        say(answer.body.message || "文件没有上传，请刷新页面、重新登录后再试。", false);
      }
    });
  });
})();
