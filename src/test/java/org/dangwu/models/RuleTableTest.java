package org.dangwu.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.dangwu.guide.Rule;
import org.dangwu.guide.Rules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Makes {@code docs/rules.md}: rule, element that implements it, table that decides it, test that
 * proves it. Run with {@code -Ddocs.update=true} to write the file anew.
 */
class RuleTableTest {

  private static final Path TABLE = Path.of("docs", "rules.md");
  private static final Pattern RULE = Pattern.compile("\\b([A-E]\\d{2})\\b");
  private static final Pattern NAME = Pattern.compile("<decision id=\"[^\"]+\" name=\"([^\"]+)\"");

  private static final Map<String, Row> ROWS = new TreeMap<>();
  private static final TreeSet<String> UNKNOWN = new TreeSet<>();

  /** What is known of one rule. */
  private record Row(Rule rule, List<String> elements, List<String> tables, List<String> tests) {}

  @BeforeAll
  static void collect() throws IOException {
    for (Rule rule : Rules.catalogue().all()) {
      ROWS.put(rule.id(), new Row(rule, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
    for (Models model : Models.all()) {
      for (FlowElement element : model.elements(FlowElement.class)) {
        for (String rule : Models.property(element, "rule")) {
          row(rule, model.folder() + ": " + element.getId())
              .elements()
              .add(
                  (element.getName() == null ? "" : element.getName().replace("\n", "") + " ")
                      + "`"
                      + element.getId()
                      + "`");
        }
      }
    }
    Models.tables().forEach(RuleTableTest::table);
    JavaClasses tests = new ClassFileImporter().importPackages("org.dangwu");
    tests.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Proves.class))
        .sorted(java.util.Comparator.comparing(JavaMethod::getFullName))
        .forEach(RuleTableTest::test);
  }

  @Test
  void everyElementAndTestNamesAKnownRule() {
    assertThat(UNKNOWN).isEmpty();
  }

  @Test
  void everyRuleHasAnElementThatImplementsIt() {
    assertThat(expected())
        .allSatisfy(row -> assertThat(row.elements()).as(row.rule().id()).isNotEmpty());
  }

  @Test
  void everyRuleHasATestThatProvesIt() {
    assertThat(expected())
        .allSatisfy(row -> assertThat(row.tests()).as(row.rule().id()).isNotEmpty());
  }

  @Test
  void theTableInTheDocumentationIsUpToDate() throws IOException {
    String table = markdown();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE).exists().content().isEqualTo(table);
  }

  /** Rules that the product itself carries out. */
  private static List<Row> expected() {
    return ROWS.values().stream().filter(row -> row.rule().elsewhere() == null).toList();
  }

  private static void table(Path file) {
    String xml = Models.text(file);
    String name = Models.find(NAME, xml).orElseThrow();
    String key = file.getFileName().toString().replace(".dmn", "");
    RULE.matcher(xml)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .filter(ROWS::containsKey)
        .forEach(rule -> ROWS.get(rule).tables().add(name + " `" + key + "`"));
  }

  private static void test(JavaMethod method) {
    for (String rule : method.getAnnotationOfType(Proves.class).value()) {
      row(rule, method.getFullName())
          .tests()
          .add("`" + method.getOwner().getSimpleName() + "." + method.getName() + "`");
    }
  }

  private static Row row(String rule, String where) {
    Row known = ROWS.get(rule);
    if (known != null) {
      return known;
    }
    UNKNOWN.add(rule + " in " + where);
    return new Row(null, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  private static String markdown() {
    return ROWS.entrySet().stream()
        .map(
            entry ->
                "| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                        entry.getKey(),
                        text(entry.getValue().rule()),
                        basis(entry.getValue().rule()),
                        cell(entry.getValue().elements()),
                        cell(entry.getValue().tables()),
                        cell(entry.getValue().tests())))
        .collect(
            Collectors.joining(
                "\n",
                """
                # 规则、模型与测试对照表

                本表由测试 `RuleTableTest` 根据模型、决策表和测试生成，请勿手工修改。更新：`mvn test -Dtest=RuleTableTest -Ddocs.update=true`。

                | 规则 | 内容 | 来源 | 模型元素 | 决策表 | 测试 |
                |---|---|---|---|---|---|
                """,
                "\n"));
  }

  private static String text(Rule rule) {
    return rule.elsewhere() == null ? rule.text() : rule.text() + "（" + rule.elsewhere() + "。）";
  }

  private static String basis(Rule rule) {
    return rule.evidence().label() + "：" + rule.source();
  }

  private static String cell(List<String> items) {
    return items.stream().distinct().collect(Collectors.joining("<br>"));
  }
}
