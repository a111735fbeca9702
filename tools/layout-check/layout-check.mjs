#!/usr/bin/env node
// Checks how the diagrams are drawn. See ../README.md.
import { readFileSync } from 'node:fs';
import { args, models } from '../lib/models.mjs';
import { checkLayout } from './check.mjs';

const { files } = args(process.argv.slice(2));
const all = models('bpmn', files);
const total = { planes: 0, errors: 0, warnings: 0 };
for (const m of all) {
  let results;
  try {
    results = await checkLayout(readFileSync(m.path, 'utf8'));
  } catch (e) {
    results = [{ plane: '', errors: [`无法读取：${e.message}`], warnings: [], crossings: 0, nodes: 0 }];
  }
  for (const r of results) {
    if (r.plane) total.planes++;
    total.errors += r.errors.length;
    total.warnings += r.warnings.length;
    const where = `${m.shown} ${r.plane}`.trim();
    r.errors.forEach((e) => console.error(`error: ${where}: ${e}`));
    r.warnings.forEach((w) => console.error(`warning: ${where}: ${w}`));
    if (r.plane) console.log(`${where}: ${r.nodes} 个节点，交叉 ${r.crossings} 处`);
  }
}
console.log(
  `layout-check: ${all.length} files, ${total.planes} planes, ${total.errors} errors, ${total.warnings} warnings`,
);
process.exitCode = total.errors ? 1 : 0;
