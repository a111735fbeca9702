#!/usr/bin/env node
// Checks every model against the rules of the notation and of this project. See ../README.md.
import { readFileSync } from 'node:fs';
import { args, models } from '../lib/models.mjs';
import { checkForm } from './form.mjs';
import { checkBpmn, checkDmn } from './models.mjs';

const { files } = args(process.argv.slice(2));
const CHECKS = { bpmn: checkBpmn, dmn: checkDmn, form: checkForm };
const total = { errors: 0, warnings: 0 };
const counts = [];
const formIds = new Map();
for (const [kind, check] of Object.entries(CHECKS)) {
  const all = models(kind, files);
  counts.push(`${all.length} ${kind}`);
  for (const m of all) {
    let result;
    try {
      result = await check(readFileSync(m.path, 'utf8'), m.name);
    } catch (e) {
      result = { errors: [`无法读取：${e.message}`], warnings: [] };
    }
    if (result.id) {
      if (formIds.has(result.id)) result.errors.push(`表单标识 ${result.id} 与 ${formIds.get(result.id)} 重复`);
      formIds.set(result.id, m.shown);
    }
    total.errors += result.errors.length;
    total.warnings += result.warnings.length;
    result.errors.forEach((e) => console.error(`error: ${m.shown}: ${e}`));
    result.warnings.forEach((w) => console.error(`warning: ${m.shown}: ${w}`));
  }
}
console.log(`lint: ${counts.join(', ')}, ${total.errors} errors, ${total.warnings} warnings`);
process.exitCode = total.errors ? 1 : 0;
