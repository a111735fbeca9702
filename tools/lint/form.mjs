import { isChinese, isGenerated } from './text.mjs';

/** Components that Tasklist 7.24.0 (form-js 1.8.7) shows and submits as they should. */
const ALLOWED = new Set([
  'text',
  'textfield',
  'textarea',
  'number',
  'datetime',
  'select',
  'radio',
  'checkbox',
  'checklist',
  'taglist',
  'table',
  'group',
  'html',
  'separator',
  'spacer',
]);
const REASONS = {
  filepicker: '上传请用嵌入式表单',
  documentPreview: '查看材料请用链接或嵌入式表单',
  iframe: '查看材料请用链接或嵌入式表单',
  dynamiclist: '重复行请用嵌入式表单',
  button: '任务列表自带提交按钮',
};
const SILENT = new Set(['text', 'html', 'separator', 'spacer', 'group', 'table']);
const CHOICES = new Set(['select', 'radio', 'checklist', 'taglist']);
const SCHEMA_VERSION = 16;

/** Checks the text of one form; returns `{errors, warnings, id}`. */
export function checkForm(text, name) {
  const errors = [];
  const warnings = [];
  let form;
  try {
    form = JSON.parse(text);
  } catch (e) {
    return { errors: [`不是有效的 JSON:${e.message}`], warnings };
  }
  if (form === null || typeof form !== 'object' || !Array.isArray(form.components)) {
    return { errors: ['不是 Camunda 表单：缺少 components'], warnings };
  }
  if (form.type !== 'default') errors.push('type 须为 default');
  if (!form.id) errors.push('表单缺少标识（id）');
  else if (isGenerated(form.id)) errors.push(`表单标识由工具自动生成：${form.id}`);
  else if (form.id !== name) warnings.push(`表单标识 ${form.id} 与文件名 ${name} 不一致`);
  if (form.schemaVersion > SCHEMA_VERSION) {
    warnings.push(`schemaVersion ${form.schemaVersion} 高于任务列表支持的 ${SCHEMA_VERSION}`);
  }
  if (!form.components.length) errors.push('表单没有内容');

  const ids = new Set();
  const keys = new Set();
  const visit = (components) => {
    for (const c of components) {
      const where = c.label ? `“${c.label}”(${c.key ?? c.id})` : (c.key ?? c.id ?? c.type);
      if (!ALLOWED.has(c.type)) {
        errors.push(`${where}: 不能使用组件 ${c.type}${REASONS[c.type] ? `，${REASONS[c.type]}` : ''}`);
      }
      if (!c.id) errors.push(`${where}: 组件缺少 id`);
      else if (ids.has(c.id)) errors.push(`${where}: id ${c.id} 重复`);
      ids.add(c.id);
      if (!SILENT.has(c.type) && ALLOWED.has(c.type)) {
        if (!c.key) errors.push(`${where}: 缺少变量名（key）`);
        else if (!/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/.test(c.key)) errors.push(`${where}: 变量名 ${c.key} 须为小写字母开头的英文`);
        if (c.key && keys.has(c.key)) errors.push(`${where}: 变量名 ${c.key} 重复`);
        keys.add(c.key);
        const label = c.label ?? c.dateLabel ?? c.timeLabel;
        if (!label?.trim()) errors.push(`${where}: 缺少标题`);
      }
      for (const text of [c.label, c.dateLabel, c.timeLabel, c.description, c.type === 'text' ? c.text : undefined, ...(c.values ?? []).map((v) => v.label), ...(c.columns ?? []).map((v) => v.label)]) {
        if (typeof text === 'string' && /[A-Za-z]{3}/.test(text) && !isChinese(text) && !text.trim().startsWith('=')) errors.push(`${where}: 文字须用中文：${text.trim().slice(0, 40)}`);
      }
      if (CHOICES.has(c.type)) {
        if (!c.values?.length && !c.valuesKey && !c.valuesExpression) errors.push(`${where}: 没有选项`);
        const values = (c.values ?? []).map((v) => v.value);
        if (new Set(values).size !== values.length) errors.push(`${where}: 选项的值重复`);
      }
      if (Array.isArray(c.components)) visit(c.components);
    }
  };
  visit(form.components);
  const fields = [...keys].length;
  if (fields > 12) warnings.push(`共有 ${fields} 个字段，超过 12 个，请分组或拆分`);
  return { errors, warnings, id: form.id };
}
