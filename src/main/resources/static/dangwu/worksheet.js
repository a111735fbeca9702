/* Shows a field only while the field that it depends on has one of the values that ask for it. */
(function () {
  "use strict";

  var dependent = Array.prototype.filter.call(document.querySelectorAll("[data-when]"), function (box) {
    return box.getAttribute("data-when");
  });

  function value(name) {
    var chosen = document.querySelector('input[name="' + name + '"]:checked');
    var plain = document.querySelector('select[name="' + name + '"], input[name="' + name + '"]:not([type="radio"])');
    return chosen ? chosen.value : plain ? plain.value : "";
  }

  function refresh() {
    dependent.forEach(function (box) {
      var when = box.getAttribute("data-when").split("=");
      box.hidden = when[1].split("|").indexOf(value(when[0])) < 0;
    });
  }

  document.addEventListener("change", refresh);
  refresh();
})();
