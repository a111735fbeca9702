package org.dangwu.debriefing.preparation;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefFieldCheck;
import org.dangwu.debriefing.DebriefFieldChecks;
import org.springframework.stereotype.Component;

@Component
class StoredFieldChecks implements DebriefFieldChecks {

  /** What a team writes when it found no problem, beside what nobody would take for one. */
  private static final List<String> NONE = List.of("未发现", "未发现问题", "无");

  private final FieldBook book;
  private final EvidenceKinds kinds;

  StoredFieldChecks(FieldBook book, EvidenceKinds kinds) {
    this.book = book;
    this.kinds = kinds;
  }

  @Override
  public List<DebriefFieldCheck> of(String caseId) {
    return book.handedIn(caseId).stream().map(this::told).toList();
  }

  @Override
  public Optional<DebriefFieldCheck> find(String entryId) {
    return book.find(entryId).filter(FieldSheet::handedIn).map(this::told);
  }

  /** The sheet in words; the table has a label for whatever it accepted. */
  DebriefFieldCheck told(FieldSheet sheet) {
    return new DebriefFieldCheck(
        sheet.entryId(),
        sheet.caseId(),
        sheet.fieldCheckId(),
        sheet.checkedOn(),
        sheet.methods().stream().map(this::label).toList(),
        sheet.places(),
        sheet.peopleMet(),
        sheet.facts(),
        problems(sheet.problems()),
        Optional.ofNullable(sheet.impression()),
        sheet.items().stream()
            .map(
                item ->
                    new DebriefFieldCheck.Item(
                        item.criterion(), label(item.evidence()), item.finding()))
            .toList());
  }

  private String label(String evidence) {
    return kinds.find(evidence).map(Evidence::label).orElse(evidence);
  }

  static List<String> problems(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !NONE.contains(line.replaceAll("[。；]$", "")))
        .toList();
  }
}
