package org.dangwu.disposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.worksheet.SheetRecord;
import org.dangwu.worksheet.SheetRecords;
import org.springframework.stereotype.Component;

/** Writes the form of the disposal (处置不合格党员审批表, F-D1) into the case file. */
@Component
class DisposalForm {

  private static final String TYPE = "disposalForm";

  private static final Map<String, Set<String>> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("committeeOpinion", Set.of(Tasks.PROPOSE, Tasks.HAND_OVER, Tasks.EDUCATE));
    SECTIONS.put("talk", Set.of(Tasks.TALK, Tasks.CONFIRM_TALK));
    SECTIONS.put("preReview", Set.of(Tasks.PRE_REVIEW, Tasks.REPLY_SUPERIOR));
    SECTIONS.put("vote", Set.of(Tasks.CALL_ASSEMBLY, Tasks.CONSENT_EXCLUSIONS, Tasks.ASSEMBLY));
    SECTIONS.put("approval", Set.of(Tasks.APPROVE, Tasks.RECEIVE_APPEAL, Tasks.DECIDE_APPEAL));
    SECTIONS.put(
        "announcement",
        Set.of(Tasks.ANNOUNCE, Tasks.CHECK, Tasks.EXPIRY, Tasks.ADVISE, Tasks.REGISTER));
  }

  private final Dossiers dossiers;
  private final SheetRecords records;

  DisposalForm(Dossiers dossiers, SheetRecords records) {
    this.dossiers = dossiers;
    this.records = records;
  }

  static DocumentKey key(Disposal disposal) {
    return DocumentKey.about(disposal.caseId(), TYPE, disposal.personId());
  }

  /** All rounds, in the order in which they happened: nothing is left out afterwards. */
  void write(Disposal disposal) {
    List<SheetRecord> sheets = records.of(DisposalProcess.KEY, disposal.id());
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("facts", answers(sheets, "facts"));
    texts.put(
        "ground",
        sheets.stream()
            .filter(sheet -> sheet.element().equals(Tasks.PROPOSE))
            .map(sheet -> sheet.answers().text("ground"))
            .map(name -> Ground.ofName(name).map(Ground::label).orElse(name))
            .distinct()
            .collect(Collectors.joining("\n")));
    SECTIONS.forEach((section, elements) -> texts.put(section, shown(sheets, elements)));
    texts.merge(
        "announcement",
        disposal.state().label(),
        (written, state) -> (written + "\n办理结果：" + state).strip());
    String author = sheets.get(sheets.size() - 1).writtenBy();
    dossiers.write(key(disposal), texts, author);
    dossiers.finish(key(disposal), author);
  }

  private static String answers(List<SheetRecord> sheets, String field) {
    return sheets.stream()
        .map(sheet -> sheet.answers().text(field))
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String shown(List<SheetRecord> sheets, Set<String> elements) {
    return sheets.stream()
        .filter(sheet -> elements.contains(sheet.element()))
        .map(
            sheet ->
                "【"
                    + sheet.title()
                    + "　"
                    + sheet.writtenAt().toLocalDate()
                    + "】\n"
                    + sheet.shown().stream()
                        .map(line -> line.label() + "：" + line.text())
                        .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n"));
  }
}
