import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const asset = (name) => require.resolve(name);
const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif';
const BLANK = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
  html, body { margin: 0; background: #fff; font-family: ${FONT}; }
  #canvas { display: inline-block; background: #fff; }
  #work { position: absolute; left: 0; top: 0; width: 1600px; height: 1000px; visibility: hidden; }
  * { animation: none !important; transition: none !important; caret-color: transparent !important; }
</style><body><div id="canvas"></div></body></html>`;

async function newPage(browser, width, scripts, styles = []) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 1000, deviceScaleFactor: 1 });
  const session = await page.createCDPSession();
  await session.send('Emulation.setLocaleOverride', { locale: 'zh-CN' });
  await page.setContent(BLANK);
  for (const path of styles) await page.addStyleTag({ path: asset(path) });
  for (const path of scripts) await page.addScriptTag({ path: asset(path) });
  return page;
}

/** Takes the picture of an element, however large it is. */
async function shoot(page, selector) {
  const box = await (await page.$(selector)).boundingBox();
  const width = Math.max(600, Math.ceil(box.x + box.width));
  const height = Math.max(200, Math.ceil(box.y + box.height));
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.evaluate(() => document.fonts.ready);
  return page.screenshot({ type: 'png', clip: { x: box.x, y: box.y, width: Math.ceil(box.width), height: Math.ceil(box.height) } });
}

/** Shows an SVG with a white margin and takes its picture. */
async function shootSvg(page, svg) {
  await page.evaluate((text) => {
    const canvas = document.getElementById('canvas');
    canvas.innerHTML = text.slice(text.indexOf('<svg'));
    const drawn = canvas.querySelector('svg');
    const [x, y, w, h] = drawn.getAttribute('viewBox').split(/[\s,]+/).map(Number);
    const margin = 12;
    const bounds = [Math.floor(x) - margin, Math.floor(y) - margin, Math.ceil(w) + 2 * margin, Math.ceil(h) + 2 * margin];
    drawn.setAttribute('viewBox', bounds.join(' '));
    drawn.setAttribute('width', bounds[2]);
    drawn.setAttribute('height', bounds[3]);
    drawn.style.display = 'block';
  }, svg);
  return shoot(page, '#canvas');
}

/** Pictures of every plane of a BPMN file: the main diagram first, then each collapsed sub-process. */
export async function paintBpmn(browser, model) {
  const page = await newPage(browser, 1600, ['bpmn-js/dist/bpmn-viewer.production.min.js']);
  try {
    const { planes, warnings } = await page.evaluate(
      async (xml, font) => {
        const work = document.createElement('div');
        work.id = 'work';
        document.body.append(work);
        const style = { fontFamily: font };
        const viewer = new window.BpmnJS({ container: work, textRenderer: { defaultStyle: style, externalStyle: style } });
        const { warnings } = await viewer.importXML(xml);
        const canvas = viewer.get('canvas');
        const roots = canvas.getRootElements().filter((r) => r.businessObject);
        const planes = [];
        for (const root of roots) {
          canvas.setRootElement(root);
          const { svg } = await viewer.saveSVG();
          const bo = root.businessObject;
          const process = bo.participants ? bo.participants.map((p) => p.processRef).find(Boolean) : bo;
          planes.push({
            id: bo.id,
            title: (bo.$type === 'bpmn:Collaboration' ? (process?.name ?? bo.participants[0]?.name) : bo.name) ?? bo.id,
            main: bo.$type !== 'bpmn:SubProcess',
            svg,
          });
        }
        work.remove();
        return { planes, warnings: warnings.map((w) => w.message) };
      },
      readFileSync(model.path, 'utf8'),
      FONT,
    );
    if (!planes.length) throw new Error('没有可绘制的图（缺少 BPMNDiagram）');
    planes.sort((a, b) => Number(b.main) - Number(a.main));
    const mains = planes.filter((p) => p.main).length;
    const pictures = [];
    for (const plane of planes) {
      const suffix = plane.main && mains === 1 ? '' : `-${plane.id}`;
      pictures.push({ suffix, title: plane.title, sub: !plane.main, png: await shootSvg(page, plane.svg), svg: plane.svg });
    }
    return { pictures, warnings };
  } finally {
    await page.close();
  }
}

/** What the viewer says around a decision, in Chinese. */
const DMN_WORDS = {
  When: '当',
  And: '且',
  Then: '则',
  Annotations: '说明与依据',
  'Hit policy:': '命中策略：',
  Unique: '唯一命中',
  First: '首条命中',
  Priority: '按优先级',
  Any: '任一命中',
  Collect: '汇总全部',
  'Collect (Sum)': '汇总求和',
  'Collect (Min)': '汇总取最小',
  'Collect (Max)': '汇总取最大',
  'Collect (Count)': '汇总计数',
  'Rule order': '按规则次序',
  'Output order': '按输出次序',
  'Variable name:': '结果变量：',
  'Variable type:': '结果类型：',
  'Expression language:': '表达式语言：',
};
const DMN_TYPES = {
  string: '文本',
  boolean: '是否',
  integer: '整数',
  long: '整数',
  double: '小数',
  number: '数值',
  date: '日期',
  dateTime: '日期时间',
};
const DMN_STYLE = `
  .view-drd { display: none !important; }
  .dmn-decision-table-container *, .dmn-literal-expression-container * { font-family: ${FONT}; }
  #host { width: 1180px; background: #fff; }
  #host .dmn-js-parent, #host .dmn-decision-table-container, #host .dmn-literal-expression-container, #host .tjs-container {
    height: auto !important; overflow: visible !important; }
  #host .dmn-decision-table-container, #host .dmn-literal-expression-container { padding-bottom: 46px; }
  #host .dmn-literal-expression-container .textarea { min-height: 60px !important; }`;

/** Pictures of every decision table and literal expression, and of the requirements diagram where decisions depend on each other. */
export async function paintDmn(browser, model) {
  const assets = ['diagram-js', 'dmn-js-shared', 'dmn-js-drd', 'dmn-js-decision-table', 'dmn-js-literal-expression', 'dmn-font/css/dmn'];
  const page = await newPage(
    browser,
    1600,
    ['dmn-js/dist/dmn-viewer.production.min.js'],
    assets.map((name) => `dmn-js/dist/assets/${name}.css`),
  );
  await page.addStyleTag({ content: DMN_STYLE });
  const xml = readFileSync(model.path, 'utf8');
  const load = () =>
    page.evaluate(
      async (text, font, words) => {
        document.getElementById('canvas').innerHTML = '<div id="host"></div>';
        const translate = (template, values) =>
          (words[template] ?? template).replace(/{([^}]+)}/g, (_, key) => values?.[key] ?? `{${key}}`);
        const common = { additionalModules: [{ translate: ['value', translate] }] };
        window.dmn = new window.DmnJS({
          container: '#host',
          height: 600,
          decisionTable: common,
          literalExpression: common,
          drd: { textRenderer: { defaultStyle: { fontFamily: font } } },
        });
        const { warnings } = await window.dmn.importXML(text);
        const definitions = window.dmn.getDefinitions();
        const drawable = (definitions.drgElement ?? []).length > 1 && definitions.dmnDI?.diagrams?.length;
        const views = window.dmn
          .getViews()
          .map((v, index) => ({ index, type: v.type, id: v.element.id, title: v.element.name ?? v.element.id }))
          .filter((v) => v.type !== 'drd' || drawable);
        return { views, warnings: warnings.map((w) => w.message) };
      },
      xml,
      FONT,
      DMN_WORDS,
    );
  try {
    const { views, warnings } = await load();
    if (!views.length) throw new Error('没有决策表');
    const decisions = views.filter((v) => v.type !== 'drd').length;
    const pictures = [];
    for (const view of views) {
      const drd = view.type === 'drd';
      const svg = await page.evaluate(
        async (index, asSvg, types) => {
          await window.dmn.open(window.dmn.getViews()[index]);
          if (asSvg) return (await window.dmn.getActiveViewer().saveSVG()).svg;
          const texts = document.createTreeWalker(document.querySelector('#host'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const node = texts.currentNode;
            if (node.parentElement.closest('th, .literal-expression-properties')) node.data = types[node.data.trim()] ?? node.data;
          }
          // the picture ends where the table ends
          const table = document.querySelector('#host .tjs-table');
          if (table) document.getElementById('host').style.width = `${Math.ceil(table.getBoundingClientRect().width) + 2}px`;
          return null;
        },
        view.index,
        drd,
        DMN_TYPES,
      );
      const png = drd ? await shootSvg(page, svg) : await shoot(page, '#host');
      await load();
      const suffix = drd ? '-drd' : decisions === 1 ? '' : `-${view.id}`;
      pictures.push({ suffix, title: view.title, sub: !drd && decisions > 1, png });
    }
    return { pictures, warnings };
  } finally {
    await page.close();
  }
}

let formBundle;

/** Picture of a form as the Tasklist shows it, with every conditional field visible. */
export async function paintForm(browser, model) {
  formBundle ??= build({ entryPoints: [join(here, 'form-page.js')], bundle: true, write: false, format: 'iife', minify: true, logLevel: 'error' });
  const bundle = (await formBundle).outputFiles[0].text;
  const page = await newPage(browser, 760, [], ['@bpmn-io/form-js-viewer/dist/assets/form-js.css']);
  try {
    await page.addScriptTag({ content: bundle });
    await page.addStyleTag({
      content: `#canvas { display: block; width: 720px; padding: 16px 20px; box-sizing: border-box; }
        .fjs-container, .fjs-container * { font-family: ${FONT}; }`,
    });
    const schema = JSON.parse(readFileSync(model.path, 'utf8'));
    const show = (components) =>
      (components ?? []).map(({ conditional, ...c }) => (c.components ? { ...c, components: show(c.components) } : c));
    const warnings = await page.evaluate(
      (s) => window.renderForm(document.getElementById('canvas'), s),
      { ...schema, components: show(schema.components) },
    );
    await page.waitForSelector('#canvas .fjs-form');
    const intro = (schema.components ?? []).find((c) => c.type === 'text')?.text ?? '';
    const heading = (intro.match(/^#+\s*(.+)$/m) ?? intro.match(/^\s*\*\*(.+?)[。：:]?\*\*/))?.[1].trim();
    return { pictures: [{ suffix: '', title: heading ?? schema.id ?? model.name, sub: false, png: await shoot(page, '#canvas') }], warnings };
  } finally {
    await page.close();
  }
}
