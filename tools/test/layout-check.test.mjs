import assert from 'node:assert/strict';
import test from 'node:test';
import { crosses, labelLength, passesThrough, sharedRun } from '../layout-check/geometry.mjs';
import { checkLayout } from '../layout-check/check.mjs';

const at = (x, y) => ({ x, y });
const shape = (id, x, y, w = 120, h = 80) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}"/></bpmndi:BPMNShape>`;
const edge = (id, ...points) =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')}</bpmndi:BPMNEdge>`;
const flow = (id, from, to) => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
const file = (nodes, drawn) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Definitions" targetNamespace="t"><process id="p" name="样例">${nodes}</process>
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="p">${drawn}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
const tasks = (...ids) => ids.map((id) => `<userTask id="${id}" name="任务${id}"/>`).join('');

const has = (list, part) => assert.ok(list.some((l) => l.includes(part)), list.join('\n'));

async function only(nodes, drawn) {
  const results = await checkLayout(file(nodes, drawn));
  return { errors: results.flatMap((r) => r.errors), warnings: results.flatMap((r) => r.warnings) };
}

test('a clean drawing passes', async () => {
  const result = await only(
    tasks('A', 'B') + flow('F', 'A', 'B'),
    shape('A', 0, 0) + shape('B', 180, 0) + edge('F', [120, 40], [180, 40]),
  );
  assert.deepEqual(result, { errors: [], warnings: [] });
});

test('shapes that overlap are named with label and id', async () => {
  const { errors } = await only(tasks('A', 'B'), shape('A', 0, 0) + shape('B', 100, 20));
  assert.deepEqual(errors, ['“任务A”(A) 与 “任务B”(B) 重叠']);
});

test('a boundary event may sit on its host', async () => {
  const { errors } = await only(
    tasks('A') + '<boundaryEvent id="T" name="会后第15日" attachedToRef="A"/>',
    shape('A', 0, 0) + shape('T', 42, 62, 36, 36),
  );
  assert.deepEqual(errors, []);
});

test('a flow through a third shape is found', async () => {
  const { errors } = await only(
    tasks('A', 'B', 'C') + flow('F', 'A', 'C'),
    shape('A', 0, 0) + shape('B', 180, 0) + shape('C', 360, 0) + edge('F', [120, 40], [360, 40]),
  );
  assert.deepEqual(errors, ['连线 F 穿过 “任务B”(B)']);
});

test('a flow that runs back through its own source is found', async () => {
  const { errors } = await only(
    tasks('A', 'B') + flow('F', 'A', 'B'),
    shape('A', 200, 0) + shape('B', 0, 0) + edge('F', [320, 40], [120, 40]),
  );
  assert.deepEqual(errors, ['连线 F 穿过 “任务A”(A)']);
});

test('one crossing is allowed, two are not', async () => {
  const nodes = tasks('A', 'B', 'C', 'D', 'E', 'G');
  const drawn =
    shape('A', 0, 0) + shape('B', 600, 0) + shape('C', 200, -200 + 400) + shape('D', 200, 400) + shape('E', 400, 200) + shape('G', 400, 400);
  const line = edge('F1', [120, 40], [140, 40], [140, 340], [580, 340], [580, 40], [600, 40]);
  const one = await only(nodes + flow('F1', 'A', 'B') + flow('F2', 'C', 'D'), drawn + line + edge('F2', [260, 280], [260, 400]));
  assert.deepEqual(one.errors, []);
  const two = await only(
    nodes + flow('F1', 'A', 'B') + flow('F2', 'C', 'D') + flow('F3', 'E', 'G'),
    drawn + line + edge('F2', [260, 280], [260, 400]) + edge('F3', [460, 280], [460, 400]),
  );
  assert.deepEqual(two.errors, ['连线交叉 2 处，最多 1 处：F1 × F2、F1 × F3']);
});

test('flows that meet before their common target do not cross, unless they really do', async () => {
  const nodes = tasks('A', 'B', 'C') + flow('F1', 'A', 'C') + flow('F2', 'B', 'C');
  const drawn = shape('A', 0, 0) + shape('B', 0, 200) + shape('C', 600, 400);
  const first = edge('F1', [120, 40], [660, 40], [660, 400]);
  const second = edge('F2', [120, 240], [660, 240], [660, 400]);
  assert.deepEqual((await only(nodes, drawn + first + second)).errors, []);
  const winding = edge('F2', [120, 240], [300, 240], [300, 20], [400, 20], [400, 440], [600, 440]);
  has((await only(nodes, drawn + first + winding)).errors, '连线交叉 2 处');
});

test('an element without a drawing is found', async () => {
  const { errors } = await only(tasks('A', 'B'), shape('A', 0, 0));
  assert.deepEqual(errors, ['没有画出 “任务B”(B)']);
});

test('a collapsed sub-process needs its own plane', async () => {
  const { errors } = await only('<subProcess id="S" name="会前准备"><userTask id="A" name="学习"/></subProcess>', shape('S', 0, 0));
  assert.deepEqual(errors, ['折叠的子流程 “会前准备”(S) 没有自己的图面']);
});

test('long names are a warning', async () => {
  const { errors, warnings } = await only('<userTask id="A" name="制定并报送年度民主生活会方案"/>', shape('A', 0, 0));
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, ['“制定并报送年度民主生活会方案”(A) 名称 14 字，超过 12 字']);
});

test('geometry of lines', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  assert.equal(passesThrough([at(-5, 5), at(15, 5)], box), true);
  assert.equal(passesThrough([at(-5, 10), at(15, 10)], box), false, 'along the edge');
  assert.equal(passesThrough([at(-5, 5), at(0, 5)], box), false, 'up to the edge');
  assert.equal(crosses([at(0, 0), at(10, 0)], [at(5, -5), at(5, 5)]), true);
  assert.equal(crosses([at(0, 0), at(10, 0)], [at(12, -5), at(12, 5)]), false);
  assert.equal(sharedRun([at(0, 0), at(100, 0)], [at(40, 1), at(200, 1)]), 60);
  assert.equal(labelLength('会后第15日'), 5);
});
