package org.dangwu.supervision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.DiagramElement;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.stereotype.Component;

/**
 * Draws a model as its author laid it out, with the steps that are done and the step where the run
 * stands. Drawn on the server, so that the picture needs no script in the browser.
 */
@Component
class DiagramPainter {

  private static final double MARGIN = 16;

  /** The planes of a model: the main diagram first, then each collapsed sub-process. */
  List<DiagramPlane> paint(BpmnModelInstance model, Set<String> active, Set<String> done) {
    List<DiagramPlane> planes = new ArrayList<>();
    for (BpmnDiagram diagram : model.getDefinitions().getBpmDiagrams()) {
      planes.add(paint(diagram, new Steps(active, done)));
    }
    return planes;
  }

  private record Steps(Set<String> active, Set<String> done) {

    String fill(String id, String otherwise) {
      return active.contains(id) ? "#fdeceb" : done.contains(id) ? "#eef6ee" : otherwise;
    }

    String stroke(String id) {
      return active.contains(id) ? "#b3261e" : done.contains(id) ? "#4f8a4c" : "#333";
    }

    double width(String id, double otherwise) {
      return active.contains(id) ? 3 : otherwise;
    }
  }

  private DiagramPlane paint(BpmnDiagram diagram, Steps steps) {
    Collection<DiagramElement> elements = diagram.getBpmnPlane().getDiagramElements();
    List<BpmnShape> shapes =
        elements.stream().filter(BpmnShape.class::isInstance).map(BpmnShape.class::cast).toList();
    Svg svg = new Svg();
    open(svg, shapes);
    // Pools and lanes lie below everything else.
    shapes.stream().filter(this::isFrame).forEach(shape -> frame(svg, shape));
    elements.stream()
        .filter(BpmnEdge.class::isInstance)
        .map(BpmnEdge.class::cast)
        .forEach(edge -> edge(svg, edge, steps));
    shapes.stream().filter(shape -> !isFrame(shape)).forEach(shape -> shape(svg, shape, steps));
    svg.raw("</svg>");
    Set<String> here =
        shapes.stream().map(s -> s.getBpmnElement().getId()).collect(Collectors.toSet());
    return new DiagramPlane(
        title(diagram.getBpmnPlane().getBpmnElement()),
        svg.toString(),
        here.stream().anyMatch(steps.active()::contains));
  }

  private static void open(Svg svg, List<BpmnShape> shapes) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (BpmnShape shape : shapes) {
      Bounds b = shape.getBounds();
      left = Math.min(left, b.getX());
      top = Math.min(top, b.getY());
      right = Math.max(right, b.getX() + b.getWidth());
      // Names of events and gateways hang below their shapes.
      bottom = Math.max(bottom, b.getY() + b.getHeight() + 40);
    }
    svg.line(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='%.0f %.0f %.0f %.0f' class='diagram' role='img'>",
        left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN);
    svg.raw(
        "<defs><marker id='arrow' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='8'"
            + " markerHeight='8' orient='auto'><path d='M0 0L10 5L0 10z' fill='#333'/></marker></defs>");
  }

  private boolean isFrame(BpmnShape shape) {
    return shape.getBpmnElement() instanceof Participant || shape.getBpmnElement() instanceof Lane;
  }

  private static void frame(Svg svg, BpmnShape shape) {
    Bounds b = shape.getBounds();
    String name =
        shape.getBpmnElement() instanceof Participant pool
            ? pool.getName()
            : ((Lane) shape.getBpmnElement()).getName();
    svg.line(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='none' stroke='#999'/>",
        b.getX(), b.getY(), b.getWidth(), b.getHeight());
    double x = b.getX() + 15;
    double y = b.getY() + b.getHeight() / 2;
    svg.line(
        "<text x='%.1f' y='%.1f' font-size='12' text-anchor='middle' transform='rotate(-90 %.1f %.1f)'>%s</text>",
        x, y + 4, x, y, Svg.escape(orEmpty(name)));
  }

  private static void edge(Svg svg, BpmnEdge edge, Steps steps) {
    BaseElement element = edge.getBpmnElement();
    String points =
        edge.getWaypoints().stream()
            .map((Waypoint p) -> "%.1f,%.1f".formatted(p.getX(), p.getY()))
            .collect(Collectors.joining(" "));
    boolean association = element instanceof Association;
    svg.line(
        "<polyline points='%s' fill='none' stroke='%s' %s/>",
        points,
        association ? "#999" : "#333",
        association ? "stroke-dasharray='2 4'" : "marker-end='url(#arrow)'");
    if (element instanceof SequenceFlow flow && flow.getName() != null) {
      label(svg, flow.getName(), edge);
    }
  }

  private static void label(Svg svg, String name, BpmnEdge edge) {
    if (edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null) {
      Bounds b = edge.getBpmnLabel().getBounds();
      svg.below(name, b.getX() + b.getWidth() / 2, b.getY(), Math.max(b.getWidth(), 60));
      return;
    }
    List<Waypoint> points = List.copyOf(edge.getWaypoints());
    Waypoint from = points.get(0);
    Waypoint to = points.get(1);
    svg.below(name, (from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2 - 18, 90);
  }

  private void shape(Svg svg, BpmnShape shape, Steps steps) {
    BaseElement element = shape.getBpmnElement();
    if (element instanceof Activity activity) {
      activity(svg, shape, activity, steps);
    } else if (element instanceof Event event) {
      event(svg, shape, event, steps);
    } else if (element instanceof Gateway gateway) {
      gateway(svg, shape, gateway, steps);
    } else if (element instanceof TextAnnotation annotation) {
      Bounds b = shape.getBounds();
      svg.line(
          "<path d='M%.1f %.1fh-10v%.1fh10' fill='none' stroke='#999'/>",
          b.getX() + 10, b.getY(), b.getHeight());
      svg.leftAligned(
          annotation.getText().getTextContent(), b.getX() + 6, b.getY(), b.getWidth() - 6);
    }
  }

  private void activity(Svg svg, BpmnShape shape, Activity activity, Steps steps) {
    Bounds b = shape.getBounds();
    String id = activity.getId();
    double border = activity instanceof CallActivity ? 4 : 1.5;
    svg.line(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='10' fill='%s' stroke='%s' stroke-width='%.1f'/>",
        b.getX(),
        b.getY(),
        b.getWidth(),
        b.getHeight(),
        steps.fill(id, "#fff"),
        steps.stroke(id),
        steps.width(id, border));
    double middle = b.getX() + b.getWidth() / 2;
    if (activity instanceof SubProcess && Boolean.TRUE.equals(shape.isExpanded())) {
      svg.below(orEmpty(activity.getName()), middle, b.getY() + 4, b.getWidth());
      return;
    }
    svg.centred(
        orEmpty(activity.getName()), middle, b.getY() + b.getHeight() / 2, b.getWidth() - 16);
    kind(svg, activity, b.getX() + 6, b.getY() + 6);
    double bottom = b.getY() + b.getHeight();
    if (activity instanceof SubProcess) {
      svg.line(
          "<path d='M%.1f %.1fh14v-14h-14z m7 -2v-10m-5 5h10' fill='none' stroke='#333'/>",
          middle - 7, bottom);
    }
    if (activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many) {
      String bars =
          many.isSequential() ? "M%.1f %.1fh10m-10 4h10m-10 4h10" : "M%.1f %.1fv9m4 -9v9m4 -9v9";
      svg.line(
          "<path d='" + bars + "' stroke='#333' stroke-width='2' fill='none'/>",
          activity instanceof SubProcess ? middle - 26 : middle - 5,
          bottom - 12);
    }
  }

  private static void kind(Svg svg, Activity activity, double x, double y) {
    if (activity instanceof UserTask) {
      svg.line(
          "<circle cx='%.1f' cy='%.1f' r='3' fill='none' stroke='#555'/><path d='M%.1f %.1fq0 -5 5 -5t5 5z' fill='none' stroke='#555'/>",
          x + 6, y + 4, x + 1, y + 13);
    } else if (activity instanceof BusinessRuleTask) {
      svg.line(
          "<path d='M%.1f %.1fh13v10h-13zm0 3h13m-8 0v7m-5 -3.5h13' fill='none' stroke='#555'/>",
          x, y + 2);
    } else if (activity instanceof ServiceTask) {
      svg.line(
          "<circle cx='%.1f' cy='%.1f' r='4' fill='none' stroke='#555' stroke-width='2' stroke-dasharray='2 1.1'/>",
          x + 6, y + 6);
    }
  }

  private static void event(Svg svg, BpmnShape shape, Event event, Steps steps) {
    Bounds b = shape.getBounds();
    double x = b.getX() + b.getWidth() / 2;
    double y = b.getY() + b.getHeight() / 2;
    double radius = b.getWidth() / 2;
    String id = event.getId();
    String dash =
        event instanceof BoundaryEvent boundary && !boundary.cancelActivity()
            ? "stroke-dasharray='4 3'"
            : "";
    svg.line(
        "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s' stroke='%s' stroke-width='%.1f' %s/>",
        x,
        y,
        radius,
        steps.fill(id, "#fff"),
        steps.stroke(id),
        event instanceof EndEvent ? 3.5 : 1.5,
        dash);
    if (!(event instanceof StartEvent) && !(event instanceof EndEvent)) {
      svg.line(
          "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='none' stroke='%s' %s/>",
          x, y, radius - 4, steps.stroke(id), dash);
    }
    if (event instanceof CatchEvent caught
        && caught.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
      svg.line(
          "<circle cx='%.1f' cy='%.1f' r='8' fill='none' stroke='#555'/><path d='M%.1f %.1fv-6m0 6h4' stroke='#555' fill='none'/>",
          x, y, x, y);
    }
    name(svg, shape, event);
  }

  private static void gateway(Svg svg, BpmnShape shape, Gateway gateway, Steps steps) {
    Bounds b = shape.getBounds();
    double half = b.getWidth() / 2;
    double x = b.getX() + half;
    double y = b.getY() + half;
    svg.line(
        "<path d='M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz' fill='%s' stroke='%s' stroke-width='1.5'/>",
        x,
        b.getY(),
        half,
        half,
        -half,
        half,
        -half,
        -half,
        steps.fill(gateway.getId(), "#fff"),
        steps.stroke(gateway.getId()));
    String sign =
        gateway instanceof ParallelGateway
            ? "M%.1f %.1fm0 -10v20m-10 -10h20"
            : "M%.1f %.1fm-7 -7l14 14m0 -14l-14 14";
    svg.line("<path d='" + sign + "' stroke='#333' stroke-width='3' fill='none'/>", x, y);
    name(svg, shape, gateway);
  }

  private static void name(Svg svg, BpmnShape shape, FlowElement element) {
    if (element.getName() == null) {
      return;
    }
    if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
      Bounds b = shape.getBpmnLabel().getBounds();
      svg.below(
          element.getName(), b.getX() + b.getWidth() / 2, b.getY(), Math.max(b.getWidth(), 72));
      return;
    }
    Bounds b = shape.getBounds();
    svg.below(element.getName(), b.getX() + b.getWidth() / 2, b.getY() + b.getHeight() + 4, 90);
  }

  private static String title(BaseElement element) {
    if (element instanceof Process process) {
      return orEmpty(process.getName());
    }
    if (element instanceof FlowElement flow) {
      return orEmpty(flow.getName());
    }
    // A collaboration has no name of its own: its first pool is the process.
    return element.getModelInstance().getModelElementsByType(Participant.class).isEmpty()
        ? ""
        : orEmpty(
            ((Participant)
                    element
                        .getModelInstance()
                        .getModelElementsByType(Participant.class)
                        .iterator()
                        .next())
                .getName());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
