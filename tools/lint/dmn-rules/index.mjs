import { isChinese, isGenerated } from '../text.mjs';

const is = (node, type) => node.$instanceOf?.(`dmn:${type}`) ?? false;

/** Decisions, inputs and outputs are named in Chinese. */
function chineseLabels() {
  return {
    check(node, reporter) {
      if (is(node, 'Decision') && node.name && !isChinese(node.name)) reporter.report(node.id, `决策名称须用中文：${node.name}`);
      if (!is(node, 'InputClause') && !is(node, 'OutputClause')) return;
      const column = is(node, 'InputClause') ? '输入列' : '输出列';
      if (!node.label?.trim()) reporter.report(node.id, `${column}缺少中文标题`);
      else if (!isChinese(node.label)) reporter.report(node.id, `${column}标题须用中文：${node.label}`);
    },
  };
}

/** Every row names the rule or reason it comes from. */
function rowSource() {
  return {
    check(node, reporter) {
      if (is(node, 'DecisionRule') && !node.description?.trim()) reporter.report(node.id, '规则缺少说明（依据）');
    },
  };
}

/** Two rows with the same conditions contradict or repeat each other. */
function noRepeatedRow() {
  return {
    check(node, reporter) {
      if (!is(node, 'DecisionTable') || String(node.hitPolicy) === 'COLLECT') return;
      const seen = new Map();
      for (const [i, rule] of (node.rule ?? []).entries()) {
        const key = JSON.stringify((rule.inputEntry ?? []).map((e) => (e.text ?? '').trim()));
        if (seen.has(key)) reporter.report(rule.id, `第${i + 1}行与第${seen.get(key)}行条件相同`);
        else seen.set(key, i + 1);
      }
    },
  };
}

/** Decision history is kept as long as the archive rules say, so the model has to say how long. */
function historyTimeToLive() {
  return {
    check(node, reporter) {
      if (is(node, 'Decision') && !node.get('camunda:historyTimeToLive')) reporter.report(node.id, '决策须设置历史保留期（historyTimeToLive）');
    },
  };
}

function speakingIds() {
  return {
    check(node, reporter) {
      if (is(node, 'Decision') && isGenerated(node.id)) reporter.report(node.id, '标识由工具自动生成，请改为能说明含义的名称');
    },
  };
}

export const rules = {
  'chinese-labels': chineseLabels,
  'row-source': rowSource,
  'no-repeated-row': noRepeatedRow,
  'history-time-to-live': historyTimeToLive,
  'speaking-ids': speakingIds,
};

export const configs = {
  recommended: { rules: Object.fromEntries(Object.keys(rules).map((name) => [`dangwu/${name}`, 'error'])) },
};
