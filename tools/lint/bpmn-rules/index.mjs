import { isChinese, isGenerated } from '../text.mjs';

const is = (node, type) => node.$instanceOf?.(`bpmn:${type}`) ?? false;
const SPEAKING = /^[A-Z][A-Za-z]*_[A-Z][A-Za-z0-9]*$/;

/** Ids stay for ever and are read in code, history and Cockpit: `UserTask_ReviewPlan`, never `Activity_0abc12x`. */
function speakingIds() {
  return {
    check(node, reporter) {
      if (!is(node, 'BaseElement') || !node.id) return;
      if (isGenerated(node.id)) {
        reporter.report(node.id, '标识由工具自动生成，请改为能说明含义的名称，如 UserTask_ReviewPlan');
      } else if (is(node, 'FlowNode') && !SPEAKING.test(node.id)) {
        reporter.report(node.id, '标识须为“类型_含义”，如 UserTask_ReviewPlan');
      }
    },
  };
}

/** Every way out of a decision says which answer it stands for, unless it is the default. */
function gatewayAnswers() {
  return {
    check(node, reporter) {
      if (!is(node, 'ExclusiveGateway') && !is(node, 'InclusiveGateway')) return;
      const ways = node.outgoing ?? [];
      if (ways.length < 2) return;
      for (const flow of ways) {
        if (!flow.name?.trim() && node.default !== flow) reporter.report(flow.id, '网关的出口须写明答案（如“同意”），或设为默认出口');
      }
    },
  };
}

/** Whoever reads the diagram reads Chinese. */
function chineseLabels() {
  return {
    check(node, reporter) {
      const labelled = ['FlowElement', 'Participant', 'Lane', 'Process', 'TextAnnotation'].some((type) => is(node, type));
      const text = (is(node, 'TextAnnotation') ? node.text : node.name) ?? '';
      if (labelled && text.trim() && !isChinese(text)) reporter.report(node.id, `名称须用中文：${text.trim()}`);
    },
  };
}

/** A process without a name shows its technical key to the people who work with it. */
function processNamed() {
  return {
    check(node, reporter) {
      if (is(node, 'Process') && !node.name?.trim()) reporter.report(node.id, '流程须有中文名称');
    },
  };
}

export const rules = {
  'speaking-ids': speakingIds,
  'gateway-answers': gatewayAnswers,
  'chinese-labels': chineseLabels,
  'process-named': processNamed,
};

export const configs = {
  recommended: { rules: Object.fromEntries(Object.keys(rules).map((name) => [`dangwu/${name}`, 'error'])) },
};
