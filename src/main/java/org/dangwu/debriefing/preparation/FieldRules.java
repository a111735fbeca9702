package org.dangwu.debriefing.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.stereotype.Component;

/**
 * Whether a field check may be kept, and whether it may be handed in: work is judged by what was
 * seen and heard on the spot, never by reports, ledgers, meetings, documents, leaders' comments,
 * traces or publicity (C08).
 */
@Component
class FieldRules {

  static final int LONG = 4000;
  static final int SHORT = 1000;
  private static final int LONGEST_CRITERION = 100;

  private final EvidenceKinds kinds;
  private final DebriefSentences sentences;
  private final Clock clock;

  FieldRules(EvidenceKinds kinds, DebriefSentences sentences, Clock clock) {
    this.kinds = kinds;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what is to be mended; unfinished is no reason
   */
  FieldSheet checked(FieldSheet sheet) {
    if (sheet.checkedOn() != null && sheet.checkedOn().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("field.future");
    }
    sheet.methods().forEach(this::requireAccepted);
    Map.of("考核地点", sheet.places(), "走访的党员群众", sheet.peopleMet())
        .forEach((label, text) -> requireShort(label, text, SHORT));
    Map.of("了解到的情况", sheet.facts(), "发现的问题", sheet.problems())
        .forEach((label, text) -> requireShort(label, text, LONG));
    sheet.items().forEach(this::requireItem);
    return sheet;
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what is still missing
   */
  FieldSheet complete(FieldSheet sheet, DebriefEntry entry) {
    checked(sheet);
    require(sheet.checkedOn() != null, "field.noDay", entry);
    require(!sheet.methods().isEmpty(), "field.noMethod", entry);
    require(!sheet.places().isEmpty(), "field.noPlaces", entry);
    require(!sheet.peopleMet().isEmpty(), "field.noPeople", entry);
    require(!sheet.facts().isEmpty(), "field.noFacts", entry);
    require(!sheet.problems().isEmpty(), "field.noProblems", entry);
    return sheet;
  }

  private void requireItem(FieldItem item) {
    if (item.criterion().isEmpty()) {
      throw sentences.refusal("field.noCriterion");
    }
    requireShort("评判内容", item.criterion(), LONGEST_CRITERION);
    requireShort(item.criterion(), item.finding(), SHORT);
    if (item.evidence().isEmpty()) {
      throw sentences.refusal("field.noEvidence", item.criterion());
    }
    Evidence kind =
        kinds.find(item.evidence()).orElseThrow(() -> sentences.refusal("field.unknownEvidence"));
    if (!kind.accepted()) {
      throw sentences.refusal("field.forbidden", item.criterion(), kind.label(), kind.note());
    }
    if (item.finding().isEmpty()) {
      throw sentences.refusal("field.noFinding", item.criterion());
    }
  }

  private void requireAccepted(String method) {
    Evidence kind =
        kinds.find(method).orElseThrow(() -> sentences.refusal("field.unknownEvidence"));
    if (!kind.accepted()) {
      throw sentences.refusal("field.forbiddenMethod", kind.label(), kind.note());
    }
  }

  private void requireShort(String label, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw sentences.refusal("field.long", label, longest);
    }
  }

  private void require(boolean holds, String key, DebriefEntry entry) {
    if (!holds) {
      throw sentences.refusal(key, entry.name());
    }
  }
}
