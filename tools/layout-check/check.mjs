import { BpmnModdle } from 'bpmn-moddle';
import {
  contains,
  crosses,
  cutsThrough,
  grow,
  labelBox,
  labelLength,
  overlaps,
  passesThrough,
  segments,
  sharedRun,
} from './geometry.mjs';

const MAX_LABEL = 12;
const MAX_NODES = 15;
const MAX_CROSSINGS = 1;
const MAX_WIDTH = 1600;
const TOUCH = 1;

const is = (e, type) => e.$instanceOf(`bpmn:${type}`);
const isBox = (e) => is(e, 'Participant') || is(e, 'Lane');
const isLine = (e) => is(e, 'SequenceFlow') || is(e, 'MessageFlow') || is(e, 'Association');
const textOf = (e) => (e.name ?? e.text ?? '').trim();

/** How an element is called in a message: Chinese label and id. */
export const called = (e) => (textOf(e) ? `“${textOf(e).replace(/\s+/g, '')}”(${e.id})` : e.id);

/** A boundary event sits on its host; a flow from it begins there. */
const host = (e) => (is(e, 'BoundaryEvent') ? e.attachedToRef : undefined);

function isWithin(element, container) {
  for (let e = element.$parent; e; e = e.$parent) if (e === container) return true;
  return false;
}

function read(diagram) {
  const shapes = [];
  const lines = [];
  const broken = [];
  for (const di of diagram.plane.planeElement ?? []) {
    const element = di.bpmnElement;
    if (!element) {
      broken.push(di.id);
    } else if (di.waypoint) {
      lines.push({ element, points: di.waypoint.map(({ x, y }) => ({ x, y })), label: di.label?.bounds });
    } else if (di.bounds) {
      const { x, y, width, height } = di.bounds;
      shapes.push({ element, box: { x, y, width, height }, label: di.label?.bounds, expanded: di.isExpanded });
    }
  }
  return { shapes, lines, broken };
}

/** What a plane has to show: its nodes and flows, and those of the sub-processes that are drawn open in it. */
function expected(element, open) {
  const content = (scope) =>
    (scope.flowElements ?? [])
      .filter((e) => is(e, 'FlowNode') || is(e, 'SequenceFlow'))
      .flatMap((e) => (is(e, 'SubProcess') && open.has(e) ? [e, ...content(e)] : [e]));
  if (is(element, 'Collaboration')) {
    return (element.participants ?? []).flatMap((p) => (p.processRef ? content(p.processRef) : []));
  }
  return content(element);
}

function checkPlane(diagram) {
  const errors = [];
  const warnings = [];
  const { shapes, lines, broken } = read(diagram);
  broken.forEach((id) => errors.push(`图形 ${id} 没有对应的元素`));

  const open = new Set(shapes.filter((s) => is(s.element, 'SubProcess') && s.expanded === true).map((s) => s.element));
  const drawn = new Set([...shapes, ...lines].map((s) => s.element));
  for (const e of expected(diagram.plane.bpmnElement, open)) if (!drawn.has(e)) errors.push(`没有画出 ${called(e)}`);

  const nodes = shapes.filter((s) => !isBox(s.element));
  for (let i = 0; i < nodes.length; i++) {
    for (let k = i + 1; k < nodes.length; k++) {
      const [a, b] = [nodes[i], nodes[k]];
      if (host(a.element) === b.element || host(b.element) === a.element) continue;
      if (isWithin(a.element, b.element) || isWithin(b.element, a.element)) continue;
      if (overlaps(grow(a.box, -TOUCH), b.box)) errors.push(`${called(a.element)} 与 ${called(b.element)} 重叠`);
    }
  }

  for (const s of nodes) {
    if (s.box.x < 0 || s.box.y < 0) errors.push(`${called(s.element)} 超出图面`);
    for (const outer of shapes) {
      const belongs = is(outer.element, 'Lane')
        ? (outer.element.flowNodeRef ?? []).includes(s.element)
        : is(outer.element, 'Participant')
          ? outer.element.processRef && isWithin(s.element, outer.element.processRef)
          : open.has(outer.element) && isWithin(s.element, outer.element);
      if (belongs && !contains(outer.box, s.box)) errors.push(`${called(s.element)} 超出 ${called(outer.element)}`);
    }
  }

  const labels = [...shapes, ...lines]
    .filter((s) => s.label && textOf(s.element) && !isBox(s.element))
    .map((s) => ({ element: s.element, box: grow(labelBox(textOf(s.element), s.label), -TOUCH) }));
  for (const [i, l] of labels.entries()) {
    for (const s of nodes) {
      if (s.element !== l.element && overlaps(l.box, s.box) && !contains(s.box, l.box)) {
        errors.push(`标签 ${called(l.element)} 压住 ${called(s.element)}`);
      } else if (s.element !== l.element && contains(s.box, l.box) && !open.has(s.element)) {
        errors.push(`标签 ${called(l.element)} 压住 ${called(s.element)}`);
      }
    }
    for (const other of labels.slice(i + 1)) {
      if (overlaps(l.box, other.box)) errors.push(`标签 ${called(l.element)} 与标签 ${called(other.element)} 重叠`);
    }
    for (const lane of shapes.filter((s) => isBox(s.element))) {
      if (overlaps(l.box, lane.box) && !contains(lane.box, l.box)) {
        warnings.push(`标签 ${called(l.element)} 压住 ${called(lane.element)} 的边线`);
      }
    }
  }

  const flows = lines.filter((l) => !is(l.element, 'Association'));
  for (const flow of flows) {
    const { sourceRef: from, targetRef: to } = flow.element;
    const parts = segments(flow.points);
    for (const s of nodes) {
      const ends = s.element === from || s.element === to;
      const around = open.has(s.element) && isWithin(from, s.element) && isWithin(to, s.element);
      if (around || s.element === host(from)) continue;
      // a flow may be fastened anywhere on its own ends, but may not run on through them
      const box = ends ? grow(s.box, -Math.min(s.box.width, s.box.height) / 2 + 4) : grow(s.box, -TOUCH);
      if (parts.some((p) => passesThrough(p, box))) errors.push(`连线 ${called(flow.element)} 穿过 ${called(s.element)}`);
    }
    for (const [element, point] of [
      [from, flow.points[0]],
      [to, flow.points.at(-1)],
    ]) {
      const end = shapes.find((s) => s.element === element);
      if (end && !contains(grow(end.box, 2), { ...point, width: 0, height: 0 })) {
        errors.push(`连线 ${called(flow.element)} 没有接到 ${called(element)}`);
      }
    }
    for (const l of labels) {
      if (parts.some((p) => passesThrough(p, l.box))) errors.push(`连线 ${called(flow.element)} 穿过标签 ${called(l.element)}`);
    }
    if (is(flow.element, 'SequenceFlow') && parts.some(([a, b]) => Math.abs(a.x - b.x) > 1 && Math.abs(a.y - b.y) > 1)) {
      warnings.push(`连线 ${called(flow.element)} 不是横平竖直`);
    }
  }

  const crossings = [];
  for (let i = 0; i < flows.length; i++) {
    for (let k = i + 1; k < flows.length; k++) {
      const [a, b] = [flows[i], flows[k]];
      const family = a.element.sourceRef === b.element.sourceRef || a.element.targetRef === b.element.targetRef;
      const pairs = segments(a.points).flatMap((p) => segments(b.points).map((q) => [p, q]));
      if (!family && pairs.some(([p, q]) => sharedRun(p, q) > 8)) {
        errors.push(`连线 ${called(a.element)} 与 ${called(b.element)} 叠在一起`);
      } else {
        // flows that part or meet share a line and touch there; that is no crossing
        const times = pairs.filter(([p, q]) => (family ? cutsThrough(p, q) : crosses(p, q))).length;
        for (let n = 0; n < times; n++) crossings.push(`${called(a.element)} × ${called(b.element)}`);
      }
    }
  }
  if (crossings.length > MAX_CROSSINGS) {
    errors.push(`连线交叉 ${crossings.length} 处，最多 ${MAX_CROSSINGS} 处：${crossings.join('、')}`);
  }

  for (const { element } of nodes) {
    if (is(element, 'Activity') && labelLength(textOf(element)) > MAX_LABEL) {
      warnings.push(`${called(element)} 名称 ${Math.ceil(labelLength(textOf(element)))} 字，超过 ${MAX_LABEL} 字`);
    }
  }
  const steps = nodes.filter((s) => is(s.element, 'FlowNode') && !host(s.element)).length;
  if (steps > MAX_NODES) warnings.push(`共有 ${steps} 个节点，超过 ${MAX_NODES} 个，不易一屏看清`);
  if (nodes.length) {
    const right = Math.max(...shapes.map((s) => s.box.x + s.box.width));
    const width = Math.round(right - Math.min(...shapes.map((s) => s.box.x)));
    if (width > MAX_WIDTH) warnings.push(`图宽 ${width} 像素，超过 ${MAX_WIDTH} 像素`);
  }
  return { errors, warnings, crossings: crossings.length, nodes: steps };
}

/** Checks every plane of a BPMN file: `{plane, errors, warnings, crossings, nodes}` each. */
export async function checkLayout(xml) {
  const { rootElement, elementsById, warnings } = await new BpmnModdle().fromXML(xml);
  const diagrams = rootElement.diagrams ?? [];
  const unread = warnings.filter((w) => !/unknown (element|attribute)/.test(w.message)).map((w) => w.message);
  const results = diagrams.map((diagram) => {
    const element = diagram.plane?.bpmnElement;
    if (!element) {
      return { plane: diagram.id, errors: ['图面没有对应的流程'], warnings: [], crossings: 0, nodes: 0 };
    }
    return { plane: called(element), ...checkPlane(diagram) };
  });
  // a collapsed sub-process without an own plane cannot be opened, neither in Modeler nor in Cockpit
  const planes = new Set(diagrams.map((d) => d.plane?.bpmnElement));
  const shapes = diagrams.flatMap((d) => d.plane?.planeElement ?? []);
  const hidden = shapes.filter(
    (s) => s.bpmnElement && is(s.bpmnElement, 'SubProcess') && s.isExpanded !== true && !planes.has(s.bpmnElement),
  );
  const missing = [
    ...unread,
    ...hidden.map((s) => `折叠的子流程 ${called(s.bpmnElement)} 没有自己的图面`),
    ...Object.values(elementsById)
      .filter((e) => is(e, 'Process') && !diagrams.length)
      .map((e) => `${called(e)} 没有图`),
  ];
  if (missing.length) results.unshift({ plane: '', errors: missing, warnings: [], crossings: 0, nodes: 0 });
  return results;
}
