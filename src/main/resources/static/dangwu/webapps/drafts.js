/*
 * Tasklist stores half-filled forms in clear in localStorage, where the next person at the same
 * computer could read them: by its button 保存 (hidden by the style sheet), and by itself when the
 * session ends. Old drafts are removed and new ones are refused.
 */
const DRAFT = /^(camunda-form:|camForm:)/;

export function keepDraftsOutOfStorage() {
  const { localStorage } = window;
  Object.keys(localStorage)
    .filter((key) => DRAFT.test(key))
    .forEach((key) => localStorage.removeItem(key));

  const store = Storage.prototype.setItem;
  Storage.prototype.setItem = function setItem(key, value) {
    if (!DRAFT.test(String(key))) {
      store.call(this, key, value);
    }
  };
}
