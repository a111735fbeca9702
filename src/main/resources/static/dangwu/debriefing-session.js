/* Pages of the session: mark the rest as present, take over prepared points. */
(function () {
  "use strict";

  document.querySelectorAll("[data-all-present]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      button.closest("section").querySelectorAll("tbody tr").forEach(function (row) {
        if (!row.querySelector("input:checked")) { row.querySelector('input[value="PRESENT"]').checked = true; }
      });
    });
  });

  var problems = document.getElementById("problems-secretary");
  document.querySelectorAll("[data-take]").forEach(function (button) {
    if (!problems) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = button.parentElement.querySelector("pre").textContent.trim();
      problems.value = problems.value.trim() ? problems.value.trim() + "\n" + text : text;
      problems.dispatchEvent(new Event("input", { bubbles: true }));
      problems.focus();
    });
  });

  /* Going to another name keeps what was typed. */
  document.querySelectorAll("a[data-leave]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      var draft = window.dangwuDossier;
      if (!draft || draft.pending() === 0) { return; }
      event.preventDefault();
      draft.flush().then(function () {
        if (draft.pending() === 0) { window.location.href = link.href; }
      });
    });
  });
})();
