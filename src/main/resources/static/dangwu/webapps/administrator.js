/* The notice about the engine's maintenance concerns administrators only; the style sheet hides it
 * unless the page is marked. Nothing but the notice depends on the mark. */
import { adminApi, engineApi, engineName } from './addresses.js';

const ADMINISTRATORS = 'camunda-admin';

export async function showNoticeToAdministrators() {
  const account = await read(`${adminApi}auth/user/${engineName()}`);
  if (!account || !account.authorizedApps.includes('admin')) {
    return;
  }
  const membership = await read(
    `${engineApi}engine/${engineName()}/identity/groups?userId=${encodeURIComponent(account.userId)}`
  );
  if (membership && membership.groups.some((group) => group.id === ADMINISTRATORS)) {
    document.body.classList.add('dangwu-administrator');
  }
}

/* No answer means no mark: the notice then stays hidden, and the application itself reports errors. */
async function read(address) {
  try {
    const response = await fetch(address, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }
    });
    const json = (response.headers.get('Content-Type') || '').includes('json');
    return response.ok && json ? response.json() : null;
  } catch (error) {
    console.warn('党务流程：账号信息未能读取', error);
    return null;
  }
}
