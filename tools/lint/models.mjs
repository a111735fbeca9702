import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import * as bpmnRules from './bpmn-rules/index.mjs';
import * as dmnRules from './dmn-rules/index.mjs';

const require = createRequire(import.meta.url);
const { Linter: BpmnLinter } = require('bpmnlint');
const BpmnResolver = require('bpmnlint/lib/resolver/node-resolver');
const DmnLinter = require('dmnlint/lib/linter');
const DmnResolver = require('dmnlint/lib/resolver/node-resolver');
const tools = join(dirname(fileURLToPath(import.meta.url)), '..');
const config = (name) => JSON.parse(readFileSync(join(tools, name), 'utf8'));

/** Rules named `dangwu/...` come from this folder, all others from their packages. */
function resolver(base, own) {
  const mine = (pkg) => pkg.endsWith('-plugin-dangwu');
  return {
    resolveRule: (pkg, name) => (mine(pkg) ? own.rules[name] : base.resolveRule(pkg, name)),
    resolveConfig: (pkg, name) => (mine(pkg) ? own.configs[name] : base.resolveConfig(pkg, name)),
  };
}

// a linter keeps what its rules have seen, so every file gets a new one
const bpmnLinter = () =>
  new BpmnLinter({ config: config('.bpmnlintrc'), resolver: resolver(new BpmnResolver({ require }), bpmnRules) });
const dmnLinter = () =>
  new DmnLinter({ config: config('.dmnlintrc'), resolver: resolver(new DmnResolver({ require }), dmnRules) });

/** Flows name their ends; nodes need not repeat their flows in the file, but the rules ask the nodes. */
function connect(elements) {
  for (const flow of Object.values(elements)) {
    if (!flow.$instanceOf('bpmn:SequenceFlow')) continue;
    for (const [end, side] of [
      [flow.sourceRef, 'outgoing'],
      [flow.targetRef, 'incoming'],
    ]) {
      if (end && !end.get(side).includes(flow)) end.get(side).push(flow);
    }
  }
}

function collect(results, unread) {
  const errors = unread.map((w) => w.message);
  const warnings = [];
  for (const [rule, reports] of Object.entries(results)) {
    for (const r of reports) {
      const line = `${r.id ? `${r.id}: ` : ''}${r.message} [${rule}]`;
      (r.category === 'error' || r.category === 'rule-error' ? errors : warnings).push(line);
    }
  }
  return { errors, warnings };
}

/** Checks the text of one BPMN file. */
export async function checkBpmn(xml) {
  const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });
  const { rootElement, warnings, elementsById } = await moddle.fromXML(xml);
  connect(elementsById);
  return collect(await bpmnLinter().lint(rootElement), warnings);
}

/** Checks the text of one DMN file. */
export async function checkDmn(xml) {
  const moddle = new DmnModdle({ camunda: require('camunda-dmn-moddle/resources/camunda.json') });
  const { rootElement, warnings } = await moddle.fromXML(xml);
  return collect(await dmnLinter().lint(rootElement), warnings);
}
