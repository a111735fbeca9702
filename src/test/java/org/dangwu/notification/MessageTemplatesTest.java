package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTemplatesTest {

  private static final Path BUILT_IN = Path.of("src/main/resources/notification-templates");

  /** All that any event can give. */
  private static final Map<String, Object> FACTS =
      Map.of(
          "organizationName", "县水务局党组",
          "year", 2026,
          "procedureName", "民主生活会",
          "caseNumber", "LM-2026-YL01",
          "due", "2026年11月30日",
          "daysLeft", 3,
          "daysOverdue", 0,
          "debriefing", false,
          "address", "https://dangwu.example/ballot");

  @TempDir Path folder;

  static Stream<String> builtInTexts() throws IOException {
    try (Stream<Path> files = Files.list(BUILT_IN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt") && !name.startsWith(MailChannel.FOOTER))
          .map(name -> name.substring(0, name.length() - ".txt".length()))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("builtInTexts")
  void everyTextRendersAndSaysNothingConfidential(String name) {
    Text text = new MessageTemplates(Settings.plain()).render(name, FACTS);

    assertThat(text.subject()).isNotBlank().hasSizeLessThan(60).doesNotContain("{{");
    // Which body, which year and what about can be read without opening anything.
    assertThat(text.subject() + text.body()).contains("县水务局党组").contains("2026年度民主生活会");
    assertThat(text.body()).containsPattern("依据：(《.+》|上级党组织)").doesNotContain("{{");
    List.of("意见如下", "批评意见", "检查材料", "得票", "票数", "缺席原因")
        .forEach(marker -> assertThat(text.subject() + text.body()).doesNotContain(marker));
  }

  @Test
  void whatIsPutRightAfterADebriefingRestsOnTheRegulationOfDebriefings() {
    Map<String, Object> facts = new HashMap<>(FACTS);
    facts.put("debriefing", true);
    for (String name : List.of("rectification-assigned", "rectification-overdue")) {
      assertThat(new MessageTemplates(Settings.plain()).render(name, facts).body())
          .contains("依据：《党委（党组）书记抓基层党建工作述职评议考核办法（试行）》")
          .doesNotContain("民主生活会若干规定");
    }
  }

  @Test
  void mailsEndWithTheWayToTheHomePage() {
    assertThat(
            new MessageTemplates(Settings.plain())
                .fill(MailChannel.FOOTER, Map.of("link", "https://dangwu.example/home")))
        .contains("https://dangwu.example/home");
  }

  @Test
  void missingFactIsNamedInsteadOfLeavingAGap() {
    assertThatThrownBy(
            () ->
                new MessageTemplates(Settings.plain())
                    .render("plan-due-reminder", Map.of("organizationName", "县水务局党组")))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("plan-due-reminder")
        .hasMessageContaining("year");
  }

  @Test
  void unknownTextIsRefusedAndNoPathLeavesTheFolder() {
    MessageTemplates templates = new MessageTemplates(Settings.plain());

    assertThat(templates.exists("../application")).isFalse();
    assertThatThrownBy(() -> templates.render("../messages/notification_zh_CN", FACTS))
        .isInstanceOf(NotificationRefused.class);
    assertThatThrownBy(() -> templates.render("no-such-text", FACTS))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("no-such-text");
  }

  @Test
  void officesOwnTextReplacesTheBuiltInOneAtOnce() throws IOException {
    MessageTemplates templates = new MessageTemplates(Settings.withTemplates(folder));
    assertThat(templates.render("archived", FACTS).subject()).contains("材料已归档");

    Files.writeString(folder.resolve("archived.txt"), "已存档\n{{organizationName}}的材料已存档。\n");

    assertThat(templates.render("archived", FACTS)).isEqualTo(new Text("已存档", "县水务局党组的材料已存档。"));
  }

  @Test
  void textWithoutBodyOrWithBrokenPlaceholderIsRefused() throws IOException {
    MessageTemplates templates = new MessageTemplates(Settings.withTemplates(folder));
    Files.writeString(folder.resolve("archived.txt"), "只有标题");
    assertThatThrownBy(() -> templates.render("archived", FACTS))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("第一行为标题");

    Files.writeString(folder.resolve("archived.txt"), "标题\n{{#due}}没有结束");
    assertThatThrownBy(() -> templates.render("archived", FACTS))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("占位符");
  }
}
