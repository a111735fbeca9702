/* Whoever signs out leaves nothing of what he wrote on this computer. */
(function () {
  "use strict";
  [[window.localStorage, "dangwu-copy:"], [window.sessionStorage, "dossier:"]].forEach(function (kept) {
    Object.keys(kept[0]).filter(function (key) { return key.indexOf(kept[1]) === 0; })
      .forEach(function (key) { kept[0].removeItem(key); });
  });
})();
