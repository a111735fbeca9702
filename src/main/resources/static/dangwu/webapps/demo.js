/* In the demonstration every page says that the data are invented. */
import { modePage } from './addresses.js';

const NOTICE = '演示环境：机构、人员和数据均为虚构，请勿填写真实内容。';

export async function sayThatThisIsADemo() {
  try {
    const response = await fetch(modePage, {
      credentials: 'same-origin',
      headers: { Accept: 'application/json' }
    });
    if (response.ok && (await response.json()).demo) {
      const notice = document.createElement('div');
      notice.className = 'dangwu-demo';
      notice.setAttribute('role', 'note');
      notice.textContent = NOTICE;
      document.body.appendChild(notice);
    }
  } catch (error) {
    console.warn('党务流程：运行方式未能读取', error);
  }
}
