package org.dangwu.dossier.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * The papers of the member review and of the debriefing show every section that is written, and
 * nothing else.
 */
class ReviewPapersTest {

  private static final Set<String> OF_THE_CASE = Set.of("密级", "单位名称", "年度", "日期", "落款", "对象");

  private final WordTemplates templates =
      new WordTemplates(
          new TemplateProperties(Path.of("templates").toUri().toString()),
          new DefaultResourceLoader());
  private final Tables tables = new Tables();
  private final DmnDecision types = tables.table("shared", "document_types");
  private final DmnDecision sections = tables.table("shared", "document_sections");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reviewPlan",
        "summary",
        "ballotCount",
        "assemblyResolution",
        "approvalForm",
        "feedbackNote",
        "disposalForm",
        "reviewYearNotice",
        "debriefPlan",
        "debriefReport",
        "debriefComment",
        "evaluationOpinion",
        "debriefNotice"
      })
  void everySectionHasItsPlaceInThePaper(String type) throws Exception {
    String template = (String) rows(types, type).get(0).get("template");
    assertThat(template).matches("(member-review|debriefing)/.+\\.docx");
    TreeSet<String> placeholders = new TreeSet<>(templates.placeholders(template));
    placeholders.removeAll(OF_THE_CASE);
    assertThat(placeholders)
        .containsExactlyInAnyOrderElementsOf(
            rows(sections, type).stream().map(row -> (String) row.get("key")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ballotCount", "approvalForm", "assemblyResolution"})
  void whatGoesToTheCommitteeAboveHasNoPlaceForTheDistributionOfVotes(String type) {
    assertThat(rows(sections, type).stream().flatMap(row -> Stream.of(row.get("key"))))
        .doesNotContain("distribution");
  }

  private List<Map<String, Object>> rows(DmnDecision table, String type) {
    return tables.rows(table, Map.of("type", type));
  }
}
