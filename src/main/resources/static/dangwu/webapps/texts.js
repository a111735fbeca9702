/* The webapps translate some labels once, when they draw them. When the texts are still on their way then, the raw
 * keys stay on the screen; so the texts are laid into the webapps' own cache before they start. */
export async function layOutTexts(app) {
  const root = document.querySelector('base').getAttribute('app-root');
  const prefix = `${root}/app/${app}/locales/`;
  try {
    const response = await fetch(`${prefix}zh.json`, { credentials: 'same-origin' });
    if (!response.ok) {
      return;
    }
    const cache = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
    cache[`${prefix}_locales_data_zh_${window.bust}`] = await response.text();
    window.localStorage.setItem('camunda-web', JSON.stringify(cache));
  } catch (error) {
    // The webapp then loads its texts by itself, only later.
    console.warn('党务流程：界面文字未能预先读取', error);
  }
}
