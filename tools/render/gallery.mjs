import { procedures } from '../lib/models.mjs';

const KINDS = { bpmn: '流程图', dmn: '决策表', form: '表单' };
const kindOf = (shown) => shown.slice(shown.lastIndexOf('.') + 1);

/** File of a picture below docs/diagrams; where files of two kinds bear one name, the later kind says which it is. */
export function pictureName(model, suffix, all) {
  const order = Object.keys(KINDS);
  const taken = all.some(
    (m) => m.procedure === model.procedure && m.name === model.name && order.indexOf(m.kind) < order.indexOf(model.kind),
  );
  const name = `${model.name}${taken ? `-${model.kind}` : ''}${suffix}.png`;
  return model.procedure ? `${model.procedure}/${name}` : name;
}

function section(entries, kind) {
  const mine = entries.filter(([shown]) => kindOf(shown) === kind);
  if (!mine.length) return [];
  const lines = [`### ${KINDS[kind]}`, ''];
  for (const [shown, entry] of mine) {
    for (const p of entry.pictures) {
      lines.push(`#### ${p.title}${p.sub && kind === 'bpmn' ? '（子流程）' : ''}`, '');
      lines.push(`来源：[\`${shown}\`](../../${shown})`, '', `![${p.title}](${p.file})`, '');
    }
  }
  return lines;
}

/** The index page: every picture, by procedure and kind. */
export function indexText(catalogue) {
  const byFolder = new Map();
  for (const [shown, entry] of Object.entries(catalogue)) {
    const parts = shown.split('/');
    const folder = parts.length > 2 ? parts[1] : '';
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), [shown, entry]]);
  }
  const order = Object.keys(procedures);
  const rank = (f) => (order.includes(f) ? order.indexOf(f) : order.length);
  const folders = [...byFolder.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const title = (f) => procedures[f] ?? (f || '其他');
  const lines = [
    '# 流程图、决策表和表单',
    '',
    '本页图片由模型文件自动生成，请勿手工修改。修改模型后，在 `tools` 目录执行 `npm run render` 更新。',
    '绘制使用 [bpmn.io](https://bpmn.io) 的 bpmn-js、dmn-js 和 form-js。',
    '',
    ...folders.map((f) => `- [${title(f)}](#${title(f)})`),
    ...(folders.length ? [''] : ['尚无模型。', '']),
  ];
  for (const f of folders) {
    lines.push(`## ${title(f)}`, '', ...Object.keys(KINDS).flatMap((kind) => section(byFolder.get(f), kind)));
  }
  return lines.join('\n').trimEnd() + '\n';
}
