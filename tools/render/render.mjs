#!/usr/bin/env node
// Renders the models to pictures. See ../README.md.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBrowser } from '../lib/browser.mjs';
import { args, models, root } from '../lib/models.mjs';
import { indexText, pictureName } from './gallery.mjs';
import { paintBpmn, paintDmn, paintForm } from './painters.mjs';

const { options, files } = args(process.argv.slice(2), ['out']);
const out = options.out ?? join(root, 'docs', 'diagrams');
const packages = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'package.json'), 'utf8'));
const PAINTERS = { bpmn: paintBpmn, dmn: paintDmn, form: paintForm };
const VERSIONS = {
  bpmn: `bpmn-js ${packages.devDependencies['bpmn-js']}`,
  dmn: `dmn-js ${packages.devDependencies['dmn-js']}`,
  form: `form-js ${packages.devDependencies['@bpmn-io/form-js-viewer']}`,
};

const all = Object.keys(PAINTERS).flatMap((kind) => models(kind, files));
const catalogueFile = join(out, 'index.json');
const known = existsSync(catalogueFile) ? JSON.parse(readFileSync(catalogueFile, 'utf8')) : {};
// a picture is outdated when its model, the library or the way of painting changed
const painters = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'painters.mjs'));
const fingerprint = (m) =>
  createHash('sha256').update(VERSIONS[m.kind]).update(painters).update(readFileSync(m.path)).digest('hex').slice(0, 16);

function isFresh(m) {
  const entry = known[m.shown];
  return entry?.fingerprint === fingerprint(m) && entry.pictures.every((p) => existsSync(join(out, p.file)));
}

function writeIfChanged(file, content) {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return true;
}

function check() {
  const readme = join(out, 'README.md');
  const index = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const missing = all.filter((m) => !known[m.shown]?.pictures.length || known[m.shown].pictures.some((p) => !index.includes(`(${p.file})`) || !existsSync(join(out, p.file))));
  const stale = all.filter((m) => !missing.includes(m) && !isFresh(m));
  const gone = Object.keys(known).filter((shown) => !all.some((m) => m.shown === shown));
  missing.forEach((m) => console.error(`error: ${m.shown} 未列入 docs/diagrams/README.md`));
  gone.forEach((shown) => console.error(`error: ${shown} 已不存在，仍列入 docs/diagrams/README.md`));
  stale.forEach((m) => console.error(`${options.strict ? 'error' : 'warning'}: ${m.shown} 已修改，图片未更新`));
  const errors = missing.length + gone.length + (options.strict ? stale.length : 0);
  console.log(`render --check: ${all.length} models, ${missing.length} missing, ${gone.length} gone, ${stale.length} outdated`);
  return errors ? 1 : 0;
}

async function render() {
  const catalogue = files.length ? { ...known } : {};
  const counts = { written: 0, same: 0, skipped: 0, failed: 0 };
  const todo = [];
  for (const m of all) {
    if (!options.all && isFresh(m)) {
      catalogue[m.shown] = known[m.shown];
      counts.skipped += known[m.shown].pictures.length;
    } else todo.push(m);
  }
  if (todo.length) {
    await withBrowser(async (browser) => {
      for (const m of todo) {
        try {
          const { pictures, warnings } = await PAINTERS[m.kind](browser, m);
          warnings.forEach((w) => console.error(`warning: ${m.shown}: ${w}`));
          catalogue[m.shown] = { fingerprint: fingerprint(m), pictures: [] };
          for (const p of pictures) {
            const file = pictureName(m, p.suffix, all);
            const changed = writeIfChanged(join(out, file), p.png);
            if (options.svg && p.svg) writeIfChanged(join(out, file.replace(/png$/, 'svg')), p.svg);
            counts[changed ? 'written' : 'same']++;
            if (changed) console.log(`wrote ${file}`);
            catalogue[m.shown].pictures.push({ file, title: p.title, sub: p.sub });
          }
        } catch (e) {
          counts.failed++;
          if (known[m.shown]) catalogue[m.shown] = known[m.shown];
          console.error(`error: ${m.shown}: ${e.message}`);
        }
      }
    });
  }
  const kept = new Set(Object.values(catalogue).flatMap((e) => e.pictures.map((p) => p.file)));
  for (const { file } of Object.values(known).flatMap((e) => e.pictures)) {
    if (kept.has(file)) continue;
    rmSync(join(out, file), { force: true });
    console.log(`removed ${file}`);
  }
  const sorted = Object.fromEntries(Object.entries(catalogue).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeIfChanged(catalogueFile, JSON.stringify(sorted, null, 2) + '\n');
  writeIfChanged(join(out, 'README.md'), indexText(sorted));
  console.log(`render: ${all.length} models, ${counts.written} pictures written, ${counts.same} same, ${counts.skipped} up to date, ${counts.failed} failed`);
  return counts.failed ? 1 : 0;
}

try {
  process.exitCode = options.check ? check() : await render();
} catch (e) {
  console.error(`error: ${e.message}`);
  process.exitCode = 1;
}
