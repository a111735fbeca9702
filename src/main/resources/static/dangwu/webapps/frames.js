import { refreshGuide } from './guide.js';

/*
 * Forms may show an own page of this application in a frame. Tasklist knows nothing of it, so two
 * things are done here for every form, those of process owners included.
 */
const framed = () =>
  [...document.querySelectorAll('form iframe')].filter(
    (frame) => frame.contentWindow && frame.src.startsWith(window.location.origin)
  );

/* A page shows what its reader may do; that changes when the task is claimed or given back. */
export function refreshFramesAfterClaim() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function openRequest(method, address, ...rest) {
    if (method === 'POST' && /\/task\/[^/]+\/(claim|unclaim|assignee)$/.test(String(address))) {
      this.addEventListener('load', () => {
        if (this.status < 300) {
          framed().forEach((frame) => frame.contentWindow.location.reload());
          refreshGuide();
        }
      });
    }
    return open.call(this, method, address, ...rest);
  };
}

/* What was typed last is saved before the task is completed, for completing makes the paper final. */
export function saveFramesBeforeCompletion() {
  document.addEventListener(
    'click',
    (event) => {
      const button =
        event.target instanceof Element && event.target.closest('button[ng-click="complete()"]');
      const waiting = button
        ? framed()
            .map((frame) => frame.contentWindow.dangwuDossier)
            .filter((dossier) => dossier && dossier.pending() > 0)
        : [];
      if (waiting.length === 0) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      Promise.all(waiting.map((dossier) => dossier.flush())).then(() => {
        // What could not be saved says so beside its field; the task then stays open.
        if (waiting.every((dossier) => dossier.pending() === 0)) {
          button.click();
        }
      });
    },
    true
  );
}

/* form-js drops where a link is to open; what is read beside a task must not take its place. */
export function openLinksOfFormsBesideTheTask() {
  document.addEventListener(
    'click',
    (event) => {
      const link =
        event.target instanceof Element && event.target.closest('.fjs-form-field-html a[href]');
      if (link) {
        link.target = '_blank';
        link.rel = 'noopener';
      }
    },
    true
  );
}
