package org.dangwu.debriefing.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.debriefing.appraisal.Composite.Part;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * Asks the tables for the advisory composite (C14), only where the plan set weights: the national
 * measures know neither points nor weights.
 */
@Component("debriefCompositeAdvisor")
class CompositeAdvisor {

  private static final String POINTS = "rating_points";
  private static final String COMPOSITE = "composite_score";
  private static final String GRADE = "score_to_grade";
  private static final int HUNDRED = 100;

  private final PlanFigures figures;
  private final DebriefRatings ratings;
  private final DecisionTables tables;
  private final AppraisalSentences sentences;

  CompositeAdvisor(
      PlanFigures figures,
      DebriefRatings ratings,
      DecisionTables tables,
      AppraisalSentences sentences) {
    this.figures = figures;
    this.ratings = ratings;
    this.tables = tables;
    this.sentences = sentences;
  }

  /** What is advised on one secretary; empty when the plan set no weights. */
  Optional<Composite> on(Opinion opinion) {
    return of(opinion.caseId()).apply(opinion);
  }

  /** The same for many of one run, with its ratings read once. */
  Function<Opinion, Optional<Composite>> of(String caseId) {
    Map<String, Integer> weights = figures.weights(caseId);
    if (weights.isEmpty()) {
      return opinion -> Optional.empty();
    }
    Map<String, Integer> indices = new HashMap<>();
    ratings
        .of(caseId)
        .forEach(
            rating -> rating.index().ifPresent(points -> indices.put(rating.entryId(), points)));
    return opinion -> Optional.of(composed(opinion, weights, indices));
  }

  private Composite composed(
      Opinion opinion, Map<String, Integer> weights, Map<String, Integer> indices) {
    List<Part> parts = new ArrayList<>();
    weights.forEach(
        (component, weight) ->
            parts.add(
                new Part(
                    component,
                    sentences.say("component." + component),
                    points(component, opinion, indices),
                    weight)));
    List<String> missing =
        parts.stream()
            .filter(part -> part.weight() > 0 && part.points() == null)
            .map(Part::label)
            .toList();
    if (!missing.isEmpty()) {
      return new Composite(
          parts,
          missing,
          null,
          null,
          sentences.say("composite.missing", String.join("、", missing)),
          versions(),
          inputs(parts));
    }
    int score = parts.stream().mapToInt(this::weighed).sum() / HUNDRED;
    Map<String, Object> row = tables.first(GRADE, Map.of("score", score)).orElseThrow();
    return new Composite(
        parts,
        missing,
        score,
        grade(row.get("grade")),
        Objects.toString(row.get("note"), ""),
        versions(),
        inputs(parts) + ", score=" + score);
  }

  private int weighed(Part part) {
    if (part.weight() == 0) {
      return 0;
    }
    return tables
        .evaluate(
            COMPOSITE,
            Map.of("component", part.component(), "points", part.points(), "weight", part.weight()))
        .stream()
        .mapToInt(row -> number(row.get("part")))
        .sum();
  }

  /** Points in hundredths; null where there is nothing to take them from. */
  private Integer points(String component, Opinion opinion, Map<String, Integer> indices) {
    if (component.equals(Composite.SESSION)) {
      return indices.get(opinion.entryId());
    }
    return opinion.rated(component).map(this::points).orElse(null);
  }

  private int points(SecretaryGrade grade) {
    return HUNDRED
        * number(tables.first(POINTS, Map.of("grade", grade.name())).orElseThrow().get("points"));
  }

  private String versions() {
    return Stream.of(POINTS, COMPOSITE, GRADE)
        .map(table -> table + " v" + tables.version(table))
        .collect(Collectors.joining(", "));
  }

  private static String inputs(List<Part> parts) {
    return parts.stream()
        .map(part -> "%s=%s*%d%%".formatted(part.component(), part.points(), part.weight()))
        .collect(Collectors.joining(", "));
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  private static SecretaryGrade grade(Object name) {
    return Stream.of(SecretaryGrade.values())
        .filter(grade -> grade.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
