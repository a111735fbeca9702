package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.appraisal.LowGradeBook.LowGrade;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.Matters;
import org.dangwu.worksheet.Overview;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** What is done about low grades, as matters with sheets (C23). */
@Component("debriefLowGradeMatters")
class LowGradeMatters implements Matters {

  private final LowGradeBook book;
  private final OpinionBook opinions;
  private final DebriefEntries entries;
  private final AppraisalReaders readers;
  private final LowGradeSentences sentences;

  LowGradeMatters(
      LowGradeBook book,
      OpinionBook opinions,
      DebriefEntries entries,
      AppraisalReaders readers,
      LowGradeSentences sentences) {
    this.book = book;
    this.opinions = opinions;
    this.entries = entries;
    this.readers = readers;
    this.sentences = sentences;
  }

  @Override
  public String process() {
    return DebriefingProcess.KEY;
  }

  @Override
  public String idVariable() {
    return DebriefingProcess.ENTRY_ID;
  }

  @Override
  public boolean mayRead(String matterId, String user) {
    return book.find(matterId).filter(one -> mayRead(one, user)).isPresent();
  }

  /** None: what was decided is in the case file, beside the other papers about him. */
  @Override
  public List<String> readableBy(String user) {
    return List.of();
  }

  private boolean mayRead(LowGrade lowGrade, String user) {
    return readers.ofLowGrades(user, lowGrade.organization());
  }

  @Override
  public Overview overview(String matterId, String user) {
    LowGrade lowGrade = book.find(matterId).orElseThrow();
    DebriefEntry entry = entries.find(matterId).orElseThrow();
    String grade = opinions.find(matterId).orElseThrow().settled().label();
    boolean decided = lowGrade.measures() != null;
    return new Overview(
        sentences.say("overview.heading", entry.organizationName()),
        sentences.say(decided ? "state.decided" : "state.open"),
        !decided,
        List.of(
            new Line(sentences.say("overview.person"), entry.name()),
            new Line(sentences.say("overview.grade"), grade)));
  }

  /** Nobody decides on what is done about his own grade. */
  @Override
  public void requireFit(SheetTask task) {
    boolean himself =
        entries.find(task.matterId()).filter(e -> e.personId().equals(task.user())).isPresent();
    if (himself) {
      throw sentences.refusal("avoid.self");
    }
  }

  @Override
  public Optional<DocumentKey> document(String matterId) {
    return Optional.empty();
  }
}
