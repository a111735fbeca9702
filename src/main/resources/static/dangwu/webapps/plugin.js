/*
 * Additions that Tasklist, Cockpit, Admin and Welcome share. Every scripts/config.js names this file
 * in customScripts, so it runs once per page, before the application starts.
 */
import { applicationName } from './addresses.js';
import { showNoticeToAdministrators } from './administrator.js';
import { sayThatThisIsADemo } from './demo.js';
import { keepDraftsOutOfStorage } from './drafts.js';
import {
  openLinksOfFormsBesideTheTask,
  refreshFramesAfterClaim,
  saveFramesBeforeCompletion
} from './frames.js';
import { showGuideAboveForms } from './guide.js';
import { translateFixedTexts } from './labels.js';
import { addHomeLink, leaveThroughOwnLogout, loginPlugin } from './navigation.js';

document.documentElement.lang = 'zh-CN';
keepDraftsOutOfStorage();
translateFixedTexts();
addHomeLink();
leaveThroughOwnLogout();
showNoticeToAdministrators();
sayThatThisIsADemo();
refreshFramesAfterClaim();
saveFramesBeforeCompletion();
openLinksOfFormsBesideTheTask();
if (applicationName === 'tasklist') {
  showGuideAboveForms();
}

export default [loginPlugin()];
