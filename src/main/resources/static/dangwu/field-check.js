/* Says at once why a kind of evidence does not count, not only when it is saved. */
(function () {
  "use strict";

  document.querySelectorAll("#field-check .item").forEach(function (item) {
    var choice = item.querySelector("select");
    var refusal = item.querySelector(".refusal");
    function tell() {
      var why = choice.selectedOptions.length ? choice.selectedOptions[0].dataset.refused : null;
      refusal.hidden = !why;
      refusal.textContent = why || "";
    }
    choice.addEventListener("change", tell);
    tell();
  });
})();
