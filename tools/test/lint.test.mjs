import assert from 'node:assert/strict';
import test from 'node:test';
import { checkForm } from '../lint/form.mjs';
import { checkBpmn, checkDmn } from '../lint/models.mjs';

const bpmn = (content, attributes = 'name="样例" camunda:historyTimeToLive="P3650D"') => `<definitions
  xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Platform"
  modeler:executionPlatformVersion="7.24.0" id="D" targetNamespace="t">
  <process id="sample" isExecutable="true" ${attributes}>${content}</process></definitions>`;
const dmn = (table, attributes = 'camunda:historyTimeToLive="P3650D"') => `<definitions
  xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="样例" namespace="t">
  <decision id="quorum" name="法定人数" ${attributes}><decisionTable id="T" hitPolicy="FIRST">${table}</decisionTable></decision></definitions>`;
const row = (id, test, note = '规定第十二条') =>
  `<rule id="${id}"><description>${note}</description><inputEntry id="${id}_i"><text>${test}</text></inputEntry><outputEntry id="${id}_o"><text>true</text></outputEntry></rule>`;
const columns = (input = '应到人数(人)') =>
  `<input id="I" label="${input}"><inputExpression id="E" typeRef="integer"><text>due</text></inputExpression></input><output id="O" label="是否达到" name="met" typeRef="boolean"/>`;
const has = (list, part) => assert.ok(list.some((l) => l.includes(part)), `${part} in\n${list.join('\n')}`);
const hasNot = (list, part) => assert.ok(!list.some((l) => l.includes(part)), list.join('\n'));
const form = (components, more = {}) => JSON.stringify({ type: 'default', id: 'sample', schemaVersion: 16, components, ...more });

test('a generated id is refused', async () => {
  has((await checkBpmn(bpmn('<userTask id="Activity_0abc12x" name="审核方案"/>'))).errors, 'Activity_0abc12x: 标识由工具自动生成');
});

test('a node id says what the node is for', async () => {
  has((await checkBpmn(bpmn('<userTask id="task1" name="审核方案"/>'))).errors, 'task1: 标识须为');
  hasNot((await checkBpmn(bpmn('<userTask id="UserTask_ReviewPlan" name="审核方案"/>'))).errors, 'speaking-ids');
});

test('an unnamed way out of a decision is refused unless it is the default', async () => {
  const gateway = (extra) => bpmn(`<exclusiveGateway id="Gateway_Agreed" name="是否同意?" ${extra}/>
    <userTask id="UserTask_A" name="甲"/><userTask id="UserTask_B" name="乙"/>
    <sequenceFlow id="Flow_Yes" name="同意" sourceRef="Gateway_Agreed" targetRef="UserTask_A"/>
    <sequenceFlow id="Flow_No" sourceRef="Gateway_Agreed" targetRef="UserTask_B"/>`);
  has((await checkBpmn(gateway(''))).errors, 'Flow_No: 网关的出口须写明答案');
  hasNot((await checkBpmn(gateway('default="Flow_No"'))).errors, 'gateway-answers');
});

test('labels are Chinese', async () => {
  has((await checkBpmn(bpmn('<userTask id="UserTask_ReviewPlan" name="Review plan"/>'))).errors, '名称须用中文：Review plan');
});

test('a process says how long its history is kept', async () => {
  has((await checkBpmn(bpmn('', 'name="样例"'))).errors, 'history-time-to-live');
});

test('decision columns, row notes and repeated rows are checked', async () => {
  assert.deepEqual((await checkDmn(dmn(columns() + row('R1', '1') + row('R2', '2')))).errors, []);
  has((await checkDmn(dmn(columns('due') + row('R1', '1')))).errors, '输入列标题须用中文：due');
  has((await checkDmn(dmn(columns() + row('R1', '1', '')))).errors, '规则缺少说明');
  has((await checkDmn(dmn(columns() + row('R1', '1') + row('R2', '1')))).errors, '第2行与第1行条件相同');
  has((await checkDmn(dmn(columns() + row('R1', '1'), ''))).errors, 'historyTimeToLive');
});

test('a file that is checked twice gives the same answer', async () => {
  const xml = dmn(columns() + row('R1', '1'));
  assert.deepEqual(await checkDmn(xml), await checkDmn(xml));
});

test('a good form passes', () => {
  const { errors, warnings } = checkForm(
    form([{ type: 'text', id: 'Text_Intro', text: '请审核方案。' }, { type: 'radio', id: 'Field_D', key: 'decision', label: '意见', values: [{ label: '同意', value: 'agree' }] }]),
    'sample',
  );
  assert.deepEqual([errors, warnings], [[], []]);
});

test('components that Tasklist cannot show are refused, also inside groups', () => {
  for (const type of ['filepicker', 'documentPreview', 'iframe', 'dynamiclist', 'button', 'expression']) {
    const { errors } = checkForm(form([{ type: 'group', id: 'G', label: '材料', components: [{ type, id: 'X', key: 'x', label: '材料' }] }]), 'sample');
    has(errors, `不能使用组件 ${type}`);
  }
});

test('broken and careless forms are refused', () => {
  has(checkForm('{', 'sample').errors, '不是有效的 JSON');
  has(checkForm('[]', 'sample').errors, '缺少 components');
  has(checkForm(form([{ type: 'textfield', id: 'A', label: '单位' }]), 'sample').errors, '缺少变量名');
  has(checkForm(form([{ type: 'textfield', id: 'A', key: 'body', label: 'Body name' }]), 'sample').errors, '文字须用中文');
  has(checkForm(form([{ type: 'number', id: 'A', key: 'a', label: '甲' }, { type: 'number', id: 'B', key: 'a', label: '乙' }]), 'sample').errors, '变量名 a 重复');
  has(checkForm(form([{ type: 'select', id: 'A', key: 'a', label: '甲' }]), 'sample').errors, '没有选项');
});
