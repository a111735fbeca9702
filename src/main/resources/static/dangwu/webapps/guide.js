import { contextPath } from './addresses.js';

/*
 * The panel 办理说明 above the form of every task. Tasklist has no plug-in point between a task's head and its form, so
 * the panel is put there whenever Tasklist has drawn a task; what it says comes from the server, from the model.
 */
const CLOSED = 'dangwu-guide-closed';

const openTask = () => new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');

let shown = '';

export function showGuideAboveForms() {
  new MutationObserver(place).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener('hashchange', place);
}

/* Whoever claims or gives back a task changes who does it. */
export function refreshGuide() {
  shown = '';
  place();
}

function place() {
  const form = document.querySelector('section.task-card > .tabbed-content');
  const task = openTask();
  if (!form || !task) {
    return;
  }
  let panel = form.parentElement.querySelector(':scope > .dangwu-guide');
  if (panel && shown === task) {
    return;
  }
  if (!panel) {
    panel = document.createElement('div');
    panel.className = 'dangwu-guide';
    form.before(panel);
  }
  shown = task;
  fill(panel, task);
}

async function fill(panel, task) {
  const answer = await fetch(`${contextPath}/guide/task/${encodeURIComponent(task)}`, { credentials: 'same-origin' });
  if (task !== openTask()) {
    return;
  }
  // A task of another engine application, or one that was just completed, has no guidance.
  panel.replaceChildren();
  if (answer.status === 200 && !answer.redirected) {
    const read = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('details.guide');
    if (read) {
      panel.append(read);
      read.open = window.localStorage.getItem(CLOSED) !== 'yes';
      read.addEventListener('toggle', () => window.localStorage.setItem(CLOSED, read.open ? 'no' : 'yes'));
    }
  }
}
