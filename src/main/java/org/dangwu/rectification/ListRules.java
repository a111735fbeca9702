package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.stereotype.Component;

/**
 * What a list must hold to (A31): each item with goal, measures, owner and a time limit in the
 * future, or a reason why there is none.
 */
@Component
class ListRules {

  static final int MOST_ROWS = 100;

  private final Clock clock;
  private final Texts texts;
  private final Sentences sentences;

  ListRules(Clock clock, Texts texts, Sentences sentences) {
    this.clock = clock;
    this.texts = texts;
    this.sentences = sentences;
  }

  /**
   * What even a draft may not exceed.
   *
   * @throws SubmissionRefused naming the row
   */
  void checkSize(ListDraft draft) {
    if (draft.rows().size() > MOST_ROWS) {
      throw sentences.refusal("list.tooMany", MOST_ROWS);
    }
    texts.optional(draft.noneReason(), "无整改事项的理由");
    int number = 0;
    for (ListDraft.Row row : draft.rows()) {
      number++;
      texts.optional(row.problem(), label(number, "问题"));
      texts.optional(row.goal(), label(number, "整改目标"));
      texts.optional(row.measures(), label(number, "整改措施"));
      texts.optional(row.helpNeeded(), label(number, "需要上级协助的事项"));
    }
  }

  /**
   * The rows to become items; none when a reason is given for that.
   *
   * @param owners user ids of those who may own an item
   * @throws SubmissionRefused with what is missing first
   */
  List<ListDraft.Row> complete(ListDraft draft, Set<String> owners) {
    checkSize(draft);
    List<ListDraft.Row> rows = draft.withoutBlanks().rows();
    if (rows.isEmpty() && draft.noneReason().isEmpty()) {
      throw sentences.refusal("list.empty");
    }
    if (!rows.isEmpty() && !draft.noneReason().isEmpty()) {
      throw sentences.refusal("list.both");
    }
    for (int i = 0; i < rows.size(); i++) {
      check(i + 1, rows.get(i), owners);
    }
    return rows;
  }

  private void check(int number, ListDraft.Row row, Set<String> owners) {
    texts.required(row.problem(), label(number, "问题"));
    texts.required(row.goal(), label(number, "整改目标"));
    texts.required(row.measures(), label(number, "整改措施"));
    if (!owners.contains(row.owner())) {
      throw sentences.refusal("list.owner", number);
    }
    if (Arrays.stream(Severity.values()).noneMatch(s -> s.name().equals(row.severity()))) {
      throw sentences.refusal("list.severity", number);
    }
    if (!day(number, row.dueOn()).isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("list.due", number);
    }
  }

  private LocalDate day(int number, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new SubmissionRefused(sentences.say("list.due", number), notADay);
    }
  }

  private static String label(int number, String field) {
    return "第 " + number + " 项的" + field;
  }
}
