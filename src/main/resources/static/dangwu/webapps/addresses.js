/* Addresses come from the page's <base> element, so that a servlet context path is respected. */
const base = document.querySelector('base');
export const applicationRoot = base.getAttribute('app-root');
export const contextPath = applicationRoot.slice(0, applicationRoot.lastIndexOf('/'));

export const applicationName = base.getAttribute('app-name');
export const adminApi = base.getAttribute('admin-api');
export const engineApi = base.getAttribute('engine-api');
export const homePage = `${contextPath}/home`;
export const modePage = `${contextPath}/mode`;
export const logoutPage = `${contextPath}/logout-page`;

/** The engine is part of every webapp address: …/app/tasklist/<engine>/ */
export function engineName() {
  const match = /\/app\/[\w-]+\/([\w-]+)(?:\/|$)/.exec(window.location.pathname);
  return match ? match[1] : 'default';
}
