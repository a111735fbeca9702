package org.dangwu.lifemeeting.observation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.observation.Draw.DrawCandidate;
import org.dangwu.organization.People;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses draws of more bodies than there are, and files how the draw went (A17). */
@Component
@Order(50)
class DrawGuard implements CompletionGuard {

  static final String SET_DRAW = "UserTask_SetDraw";
  static final String ASSIGN = "UserTask_AssignLeaders";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss");

  private final Draws draws;
  private final BodiesBelow bodies;
  private final People people;
  private final Dossiers dossiers;
  private final Sentences sentences;

  DrawGuard(
      Draws draws, BodiesBelow bodies, People people, Dossiers dossiers, Sentences sentences) {
    this.draws = draws;
    this.bodies = bodies;
    this.people = people;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (task.elementId().equals(SET_DRAW)) {
      int candidates = bodies.of((String) task.variable("organization")).size();
      if (!(task.variable("drawCount") instanceof Number count)
          || count.intValue() < 1
          || count.intValue() > candidates) {
        throw sentences.refusal("draw.count", candidates);
      }
    } else if (task.elementId().equals(ASSIGN)) {
      String caseId = (String) task.variable("caseId");
      Draw draw = draws.find(caseId).orElseThrow();
      if (!draw.isAssigned()) {
        throw sentences.refusal("draw.unassigned");
      }
      draws.publish(caseId);
      task.setVariable(
          "participants",
          ObservationGuard.list(
              draw.drawn().stream().flatMap(body -> body.people().stream()).distinct().toList()));
      dossiers.write(
          DocumentKey.of(caseId, "drawRecord"),
          Map.of("record", record(draw)),
          task.assignee().orElse("system"));
    }
  }

  private String record(Draw draw) {
    List<String> everybody =
        draw.drawn().stream().flatMap(body -> body.people().stream()).distinct().toList();
    Map<String, String> names = people.names(everybody);
    return """
        登记名单和种子的时间：%s
        参加抽取的单位：%d个；抽取：%d个
        种子：%s
        方法：对“种子|组织编码”计算SHA-256摘要，按摘要从小到大排列，取前%d个。
        %s
        安排：
        %s"""
        .formatted(
            TIME.format(draw.frozenAt()),
            draw.candidates().size(),
            draw.count(),
            draw.seed(),
            draw.count(),
            draw.candidates().stream().map(DrawGuard::line).collect(Collectors.joining("\n")),
            draw.drawn().stream()
                .map(body -> body.name() + "：" + sent(body, names))
                .collect(Collectors.joining("\n")));
  }

  private static String line(DrawCandidate body) {
    return "%d %s %s %s%s"
        .formatted(
            body.place(), body.digest(), body.code(), body.name(), body.drawn() ? "（抽中）" : "");
  }

  private static String sent(DrawCandidate body, Map<String, String> names) {
    return body.people().stream()
        .map(id -> names.getOrDefault(id, id) + (id.equals(body.leader()) ? "（带队）" : ""))
        .collect(Collectors.joining("、"));
  }
}
