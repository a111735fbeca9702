package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** Writes the rectification list into the case file (卷宗), as it was listed and as it ended. */
@Component
class ListDocument {

  static final String TYPE = "rectificationList";

  /** The list of one secretary, in the case file of the superior who appraised him. */
  static final String OF_SECRETARY = "secretaryRectification";

  private final Dossiers dossiers;
  private final ItemRegister items;
  private final Verifications verifications;
  private final People people;
  private final Clock clock;

  ListDocument(
      Dossiers dossiers,
      ItemRegister items,
      Verifications verifications,
      People people,
      Clock clock) {
    this.dossiers = dossiers;
    this.items = items;
    this.verifications = verifications;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The list as completed by the office, or by the secretary and let pass by his superior.
   *
   * @param carried what earlier years left open
   * @param noneReason why there is nothing new, else empty
   */
  void write(ListMatter list, List<RectificationItem> carried, String noneReason, String author) {
    Map<String, String> texts = new LinkedHashMap<>();
    String caseId = list.run().caseId();
    List<RectificationItem> listed = items.itemsOf(caseId, list.secretary());
    texts.put("items", listed.isEmpty() ? "本次未列新的整改事项。理由：" + noneReason : paragraphs(listed));
    texts.put("carried", carried.isEmpty() ? "无" : paragraphs(carried));
    texts.put("result", "正在整改");
    texts.put("date", LocalDate.now(clock).toString());
    finish(key(caseId, list.secretary()), texts, author);
  }

  /**
   * A new version with the outcome, once nothing of this list is open any more.
   *
   * @param last the item that was closed last
   * @param author who verified the last item
   */
  void writeWhenAllClosed(RectificationItem last, String author) {
    List<RectificationItem> listed = items.itemsOf(last.caseId(), last.secretary());
    if (listed.stream().anyMatch(item -> item.state().isUnfinished())) {
      return;
    }
    finish(
        key(last.caseId(), last.secretary()),
        Map.of(
            "items", paragraphs(listed),
            "result", outcome(listed),
            "date", LocalDate.now(clock).toString()),
        author);
  }

  private static DocumentKey key(String caseId, String secretary) {
    return secretary.isEmpty()
        ? DocumentKey.of(caseId, TYPE)
        : DocumentKey.about(caseId, OF_SECRETARY, secretary);
  }

  private void finish(DocumentKey key, Map<String, String> texts, String author) {
    dossiers.write(key, texts, author);
    dossiers.generate(key, author);
    dossiers.finish(key, author);
  }

  private String paragraphs(List<RectificationItem> listed) {
    return lines(
        listed,
        item ->
            "%s　问题：%s\n整改目标：%s\n整改措施：%s\n责任人：%s　完成期限：%s　问题程度：%s%s"
                .formatted(
                    item.id(),
                    item.problem(),
                    item.goal(),
                    item.measures(),
                    people.name(item.owner()),
                    item.dueOn(),
                    item.severity().label(),
                    item.helpNeeded().isEmpty() ? "" : "\n请上级协助：" + item.helpNeeded()));
  }

  private String outcome(List<RectificationItem> listed) {
    return lines(
        listed,
        item ->
            item.closedOn() == null
                ? "%s　%s".formatted(item.id(), item.state().label())
                : "%s　已于 %s 销号，验收人：%s".formatted(item.id(), item.closedOn(), verifier(item)));
  }

  private String verifier(RectificationItem item) {
    return verifications.of(item.id()).stream()
        .filter(Judgement::passed)
        .map(verification -> people.name(verification.judge()))
        .collect(Collectors.joining("、"));
  }

  private static String lines(
      List<RectificationItem> listed, Function<RectificationItem, String> line) {
    return listed.stream().map(line).collect(Collectors.joining("\n"));
  }
}
