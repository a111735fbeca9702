package org.dangwu.debriefing.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.engine.DecisionTables;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/** The advisory composite of a secretary; the tables themselves have tests of their own. */
class CompositeAdvisorTest {

  private final PlanFigures figures = mock(PlanFigures.class);
  private final DebriefRatings ratings = mock(DebriefRatings.class);
  private final DecisionTables tables = mock(DecisionTables.class);
  private CompositeAdvisor advisor;

  @BeforeEach
  void tablesThatMultiply() {
    StaticMessageSource messages = new StaticMessageSource();
    messages.setUseCodeAsDefaultMessage(true);
    advisor = new CompositeAdvisor(figures, ratings, tables, new AppraisalSentences(messages));
    weights(50, 30, 20);
    when(tables.first(eq("rating_points"), any()))
        .thenAnswer(
            call ->
                Optional.of(
                    Map.of(
                        "points",
                        "GOOD".equals(call.<Map<String, Object>>getArgument(1).get("grade"))
                            ? 100
                            : 80)));
    when(tables.evaluate(eq("composite_score"), any()))
        .thenAnswer(
            call -> {
              Map<String, Object> asked = call.getArgument(1);
              return List.of(
                  Map.of("part", (Integer) asked.get("points") * (Integer) asked.get("weight")));
            });
    when(tables.first(eq("score_to_grade"), any()))
        .thenReturn(Optional.of(Map.of("grade", "GOOD", "note", "只供参考")));
    when(tables.version(any())).thenReturn(3);
  }

  @Proves("C14")
  @Test
  void aCompositeIsMadeOfRatingFieldCheckAndDailyContactInWholeHundredths() {
    rated(Optional.of(9235));

    Composite composite =
        advisor.on(opinion(SecretaryGrade.GOOD, SecretaryGrade.FAIRLY_GOOD)).orElseThrow();

    // 92.35 * 50 % + 100 * 30 % + 80 * 20 % = 92.175: hundredths are cut off, not rounded up
    assertThat(composite.score()).isEqualTo(9217);
    assertThat(composite.grade()).isEqualTo(SecretaryGrade.GOOD);
    assertThat(composite.tables())
        .isEqualTo("rating_points v3, composite_score v3, score_to_grade v3");
    assertThat(composite.inputs())
        .isEqualTo("SESSION=9235*50%, FIELD=10000*30%, DAILY=8000*20%, score=9217");
  }

  @Test
  void whereARatingMayNotBeToldNothingIsAdvised() {
    rated(Optional.empty());

    Composite composite =
        advisor.on(opinion(SecretaryGrade.GOOD, SecretaryGrade.GOOD)).orElseThrow();

    assertThat(composite.score()).isNull();
    assertThat(composite.grade()).isNull();
    assertThat(composite.missing()).containsExactly("debrief.appraisal.component.SESSION");
  }

  @Test
  void aComponentWithoutWeightIsNotMissed() {
    rated(Optional.empty());
    weights(0, 60, 40);

    assertThat(advisor.on(opinion(SecretaryGrade.GOOD, SecretaryGrade.FAIRLY_GOOD)).orElseThrow())
        .satisfies(composite -> assertThat(composite.score()).isEqualTo(9200));
  }

  @Test
  void withoutWeightsInThePlanThereIsNoComposite() {
    when(figures.weights("case")).thenReturn(Map.of());

    assertThat(advisor.on(opinion(SecretaryGrade.GOOD, SecretaryGrade.GOOD))).isEmpty();
  }

  private void weights(int session, int field, int daily) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    weights.put(Composite.SESSION, session);
    weights.put(Composite.FIELD, field);
    weights.put(Composite.DAILY, daily);
    when(figures.weights("case")).thenReturn(weights);
  }

  private void rated(Optional<Integer> index) {
    when(ratings.of("case"))
        .thenReturn(
            List.of(
                new DebriefRating(
                    "entry",
                    "person",
                    "姓名",
                    "单位",
                    DebriefRating.State.TOLD,
                    Optional.empty(),
                    List.of(),
                    index)));
  }

  private static Opinion opinion(SecretaryGrade field, SecretaryGrade daily) {
    return new Opinion("entry", "case", "", field, daily, "", "", null, "", null, null, null);
  }
}
