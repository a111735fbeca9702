package org.dangwu.disposal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The decision is announced and shown to the person with his right to appeal (D04, D09). */
@Component("disposalAnnounceSheet")
class AnnounceSheet extends DisposalSheet {

  private final Days days;
  private final ProposalBook proposals;

  AnnounceSheet(DisposalRegister register, Days days, ProposalBook proposals, Sentences sentences) {
    super(Tasks.ANNOUNCE, register, sentences);
    this.days = days;
    this.proposals = proposals;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"),
        Field.choice("delivery", choices("SIGNED", "REFUSED_SIGN", "NOT_DELIVERED")),
        Field.text("record").when("delivery", "REFUSED_SIGN", "NOT_DELIVERED"),
        Field.choice("appealTold", choices("YES", "NO")),
        Field.text("personOpinion").optional());
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (!answers.is("appealTold", "YES")) {
      throw sentences.refusal("announce.appeal");
    }
    if (answers.date("on").isBefore(disposal(task).decidedOn())) {
      throw sentences.refusal("announce.before", disposal(task).decidedOn());
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    Disposal disposal = disposal(task);
    LocalDate on = answers.date("on");
    Map<String, Object> facts = new HashMap<>();
    facts.put(DisposalProcess.APPEAL_DUE_DATE, days.endOf(days.appealDue(disposal, on)));
    if (disposal.measure() == Measure.DEADLINE) {
      LocalDate until = on.plusMonths(proposals.newest(disposal.id()).orElseThrow().months());
      register.correctUntil(disposal.id(), until);
      facts.put(DisposalProcess.CORRECTION_DUE_DATE, days.endOf(until));
      facts.put(DisposalProcess.CHECK_CYCLE, days.checkCycle(disposal, on, until));
    }
    return facts;
  }
}
