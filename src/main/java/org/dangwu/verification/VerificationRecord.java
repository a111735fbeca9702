package org.dangwu.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.SheetRecord;
import org.dangwu.worksheet.SheetRecords;
import org.springframework.stereotype.Component;

/** Writes the verification record (核实记录, F-B6) into the case file. */
@Component
class VerificationRecord {

  private static final String TYPE = "verificationRecord";

  private final Dossiers dossiers;
  private final SheetRecords records;
  private final VerificationRegister register;
  private final VerificationPeople people;
  private final Indicators indicators;

  VerificationRecord(
      Dossiers dossiers,
      SheetRecords records,
      VerificationRegister register,
      VerificationPeople people,
      Indicators indicators) {
    this.dossiers = dossiers;
    this.records = records;
    this.register = register;
    this.people = people;
    this.indicators = indicators;
  }

  static DocumentKey key(Verification verification) {
    return DocumentKey.about(verification.caseId(), TYPE, verification.personId());
  }

  void write(Verification verification) {
    List<SheetRecord> sheets = records.of(VerificationProcess.KEY, verification.id());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "matter",
        String.join("\n", verification.matter(), indicators.texts(verification.indicators()))
            .strip());
    texts.put("investigators", people.names(register.investigators(verification.id())));
    texts.put("findings", text(sheets, "findings", Tasks.FINDINGS));
    texts.put("evidence", text(sheets, "evidence", Tasks.FINDINGS));
    texts.put("reply", shown(sheets));
    texts.put(
        "conclusion", verification.conclusion().label() + "。" + verification.conclusionText());
    String author = sheets.get(sheets.size() - 1).writtenBy();
    dossiers.write(key(verification), texts, author);
    dossiers.finish(key(verification), author);
  }

  /** The newest answer; earlier ones were sent back. */
  private static String text(List<SheetRecord> sheets, String field, String element) {
    return sheets.stream()
        .filter(sheet -> sheet.element().equals(element))
        .reduce((first, second) -> second)
        .map(sheet -> sheet.answers().text(field))
        .orElse("");
  }

  /** Whatever the person said, each time he was heard. */
  private static String shown(List<SheetRecord> sheets) {
    return sheets.stream()
        .filter(
            sheet ->
                sheet.element().equals(Tasks.REPLY) || sheet.element().equals(Tasks.RECORD_REPLY))
        .flatMap(sheet -> sheet.shown().stream())
        .map(line -> line.label() + "：" + line.text())
        .collect(Collectors.joining("\n"));
  }
}
