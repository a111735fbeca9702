import { applicationName, applicationRoot } from './addresses.js';

/*
 * Texts that the webapps and form-js carry in their code instead of in the locale file. Each list is
 * bound to the part of the page it belongs to, so that nothing written by people is ever touched.
 */
const exact = (texts) => (text) => (Object.hasOwn(texts, text) ? texts[text] : undefined);

const ENGLISH_MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December'
];

const month = (text) =>
  ENGLISH_MONTHS.includes(text) ? `${ENGLISH_MONTHS.indexOf(text) + 1}月` : undefined;

const monthAndYear = (text) => {
  const [, name, year] = /^([A-Z][a-z]+) (\d{4})$/.exec(text) || [];
  return month(name) && `${year}年${month(name)}`;
};

const day = (text) => {
  const [, name, date, year] = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/.exec(text) || [];
  return month(name) && `${year}年${month(name)}${date}日`;
};

/* "mm/dd/yyyy" or, in a Chinese browser, "yyyy/mm/dd": the order is the one the field expects. */
const dateHint = (text) =>
  /^([mdy]+)([^mdy])[mdy]+\2[mdy]+$/.test(text)
    ? text.replace(/y+/, '年').replace(/m+/, '月').replace(/d+/, '日')
    : undefined;

const WEEKDAYS = { Sun: '日', Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六' };

const FULL_WEEKDAYS = {
  Sunday: '星期日',
  Monday: '星期一',
  Tuesday: '星期二',
  Wednesday: '星期三',
  Thursday: '星期四',
  Friday: '星期五',
  Saturday: '星期六'
};

const pattern = (rules) => (text) => {
  for (const [expression, replacement] of rules) {
    if (expression.test(text)) {
      return text.replace(expression, replacement);
    }
  }
  return undefined;
};

const PICKER = '.uib-daypicker, .uib-monthpicker, .uib-yearpicker';

/* The server's sentence without the words that the engine's interface puts before it; what is not in
 * Chinese was not written for people. */
const refusal = (text) => {
  const sentence = text.replace(/^Cannot [a-z ]+ [\w:-]+: /, '');
  if (sentence === text && /[\u4e00-\u9fff]/.test(text)) {
    return undefined;
  }
  return /[\u4e00-\u9fff]/.test(sentence) ? sentence : '可能他人刚刚办理过，请刷新页面后重试；仍不成功时，请联系系统管理员。';
};

/* Tasklist asks for some texts before its locale file has arrived, and then shows their keys for good. */
let locale = {};
const key = (text) => (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text) ? exact(locale)(text) : undefined);

async function readLocale() {
  const answer = await fetch(`${applicationRoot}/app/${applicationName}/locales/zh.json`, { credentials: 'same-origin' });
  if (answer.ok) {
    locale = (await answer.json()).labels;
    visit(document.body);
  }
}

const TEXTS = [
  { within: 'body', translate: key },
  { within: '.notifications .alert-danger .message', translate: refusal },
  {
    within: '.app-switch',
    translate: exact({ Welcome: '欢迎', Admin: '系统管理', Cockpit: '驾驶舱', Tasklist: '任务列表' })
  },
  {
    within: '.fjs-form-field-error',
    translate: pattern([
      [/^Field is required\.$/, '请填写此项。'],
      [/^Field must have minimum value of (.+)\.$/, '不得小于 $1。'],
      [/^Field must have maximum value of (.+)\.$/, '不得大于 $1。'],
      [/^Field must have minimum length of (.+)\.$/, '不得少于 $1 个字符。'],
      [/^Field must have maximum length of (.+)\.$/, '不得超过 $1 个字符。'],
      [/^Field must match pattern .+$/, '格式不符合要求。'],
      [/^Field must be a valid\s+international phone number\..*$/, '请填写正确的电话号码。'],
      [/^Field must be a valid email\.$/, '请填写正确的电子邮箱。'],
      [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, '请填写有效的数值，最接近的是 $1 和 $2。'],
      [/^Value is not a number\.$/, '请填写数字。'],
      [/^Value is expected to be an integer\.$/, '请填写整数。'],
      [/^Value is expected to have at most (\d+) decimal digits?\.$/, '小数不得超过 $1 位。']
    ])
  },
  {
    within: '.fjs-container',
    translate: exact({
      Select: '请选择',
      Search: '请查找',
      'No results': '没有结果',
      'Nothing to show.': '没有内容。',
      Increment: '增加',
      Decrement: '减少'
    })
  },
  { within: '.fjs-container', translate: dateHint },
  { within: '.flatpickr-month', translate: exact({ Month: '月份', Year: '年份' }) },
  { within: '.flatpickr-month', translate: month },
  { within: '.flatpickr-days', translate: day },
  {
    within: PICKER,
    translate: exact({ ...WEEKDAYS, ...FULL_WEEKDAYS, previous: '上一页', next: '下一页' })
  },
  { within: PICKER, translate: monthAndYear },
  { within: PICKER, translate: month },
  { within: '.flatpickr-weekdays', translate: exact(WEEKDAYS) },
  {
    within: 'form',
    translate: exact({ Jonny: '名', Prosciutto: '姓', 'j.prosciutto@acme.org': '电子邮箱' })
  },
  {
    within: '.help-block',
    translate: pattern([[/^Only a (.+) value is allowed$/, '只能填写 $1 类型的值']])
  },
  {
    within: '[cam-widget-bpmn-viewer], [cam-widget-dmn-viewer], [cam-widget-cmmn-viewer], .navigation',
    translate: exact({ 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复原大小' })
  }
];

const ATTRIBUTES = ['title', 'placeholder', 'aria-label'];

export function translateFixedTexts() {
  const start = () => {
    visit(document.body);
    readLocale();
    new MutationObserver((changes) => changes.forEach(onChange)).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ATTRIBUTES
    });
  };
  if (document.body) {
    start();
  } else {
    document.addEventListener('DOMContentLoaded', start, { once: true });
  }
}

function onChange(change) {
  if (change.type === 'attributes') {
    visitAttribute(change.target, change.attributeName);
  } else if (change.type === 'characterData') {
    visitText(change.target);
  } else {
    change.addedNodes.forEach(visit);
  }
}

function visit(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    visitText(node);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let current = node; current; current = walker.nextNode()) {
    if (current.nodeType === Node.TEXT_NODE) {
      visitText(current);
    } else {
      ATTRIBUTES.forEach((name) => visitAttribute(current, name));
    }
  }
}

function visitText(node) {
  const text = node.data.trim();
  const translated = node.parentElement && translation(node.parentElement, text);
  if (translated) {
    node.data = node.data.replace(text, () => translated);
  }
}

function visitAttribute(element, name) {
  const text = element.getAttribute(name);
  const translated = text && translation(element, text.trim());
  if (translated) {
    element.setAttribute(name, translated);
  }
}

function translation(element, text) {
  if (!/[A-Za-z]{2}/.test(text)) {
    return undefined;
  }
  for (const { within, translate } of TEXTS) {
    const translated = translate(text);
    if (translated && element.closest(within)) {
      return translated;
    }
  }
  return undefined;
}
