import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top of the repository; `DANGWU_MODELS` points the tools at another tree with `processes/` and `forms/`. */
export const root = resolve(process.env.DANGWU_MODELS ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..'));

/** Chinese titles of the procedure folders, in the order in which they are shown. */
export const procedures = {
  'life-meeting': '民主生活会',
  'member-review': '民主评议党员',
  debriefing: '述职评议考核',
  shared: '共用流程',
};

function walk(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (e) {
    if (e.code === 'ENOENT') return [];
    throw e;
  }
  return entries
    .filter((e) => !e.name.startsWith('.') && e.name !== 'node_modules')
    .flatMap((e) => (e.isDirectory() ? walk(join(folder, e.name)) : [join(folder, e.name)]));
}

/** Describes one model file: kind, procedure folder and name. */
export function model(file) {
  const path = resolve(file);
  const kind = extname(path).slice(1);
  const parts = relative(root, path).split('/');
  const inTree = parts[0] === 'processes' || parts[0] === 'forms';
  return {
    path,
    kind,
    shown: inTree ? parts.join('/') : path,
    procedure: inTree && parts.length > 2 ? parts[1] : inTree ? '' : basename(dirname(path)),
    name: basename(path, `.${kind}`),
  };
}

/** Every model of a kind, sorted by path. */
export function models(kind, files = []) {
  const found = files.length
    ? files.filter((f) => f.endsWith(`.${kind}`))
    : walk(join(root, kind === 'form' ? 'forms' : 'processes')).filter((f) => f.endsWith(`.${kind}`));
  return found.sort().map(model);
}

/** Splits command line arguments into options and files. */
export function args(argv, withValue = []) {
  const options = {};
  const files = [];
  for (let i = 0; i < argv.length; i++) {
    if (!argv[i].startsWith('--')) files.push(argv[i]);
    else if (withValue.includes(argv[i].slice(2))) options[argv[i].slice(2)] = argv[++i];
    else options[argv[i].slice(2)] = true;
  }
  return { options, files };
}
