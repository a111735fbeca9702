package org.dangwu.lifemeeting.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How closely a body is observed. */
class SupervisionTableTest {

  private final Tables tables = new Tables();
  private final DmnDecision table = tables.table("life-meeting", "dlm_supervision_level");

  @Proves({"A15", "A16"})
  @ParameterizedTest
  @CsvSource({
    "NONE,NORMAL,organization-discipline",
    "ATTENTION,NORMAL,organization-discipline",
    "PROMINENT,STRENGTHENED,superior-principal"
  })
  void prominentProblemsAreForThePrincipal(String problems, String level, String decider) {
    assertThat(tables.row(table, Map.of("problemLevel", problems)))
        .containsEntry("level", level)
        .containsEntry("decider", decider);
  }

  @Test
  void everyLevelThatTheDepartmentMayChooseHasItsRowAndNoOtherHas() {
    List<String> levels = Arrays.stream(ProblemLevel.values()).map(Enum::name).toList();
    levels.forEach(level -> tables.row(table, Map.of("problemLevel", level)));
    assertThat(tables.matched()).hasSize(levels.size());
    assertThat(tables.rows(table, Map.of("problemLevel", "OTHER"))).isEmpty();
  }
}
