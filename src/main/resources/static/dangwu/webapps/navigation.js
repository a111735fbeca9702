import { applicationName, homePage, logoutPage } from './addresses.js';

/* Admin and Welcome offer no plug-in point in the header, so the link is placed the same way in all
 * four. The header is drawn by the application after this script has run, hence the observer. */
export function addHomeLink() {
  const place = () => {
    const menu = document.querySelector('[cam-widget-header] .app-menu > ul');
    if (!menu || menu.querySelector(':scope > .dangwu-home')) {
      return Boolean(menu);
    }
    const link = document.createElement('a');
    link.href = homePage;
    link.textContent = '工作台';
    const item = document.createElement('li');
    item.className = 'dangwu-home';
    item.append(link);
    menu.prepend(item);
    return true;
  };
  if (!place()) {
    new MutationObserver((_, observer) => place() && observer.disconnect()).observe(
      document.documentElement,
      { childList: true, subtree: true }
    );
  }
}

/* The webapp's own logout only forgets the webapp session; the next request would sign the person in
 * again through the container. So the click never reaches it and the whole session ends instead. */
export function leaveThroughOwnLogout() {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest('.account .logout a');
      if (link) {
        event.preventDefault();
        event.stopImmediatePropagation();
        window.location.assign(logoutPage);
      }
    },
    true
  );
}

/* Where the webapp would show its own login form (session ended), go to the one login page: the home
 * page is protected, so it leads there. The form itself is hidden by the style sheet. */
export function loginPlugin() {
  return {
    id: 'dangwu-login',
    pluginPoint: `${applicationName}.login`,
    priority: 10,
    render: () => window.location.replace(homePage)
  };
}
