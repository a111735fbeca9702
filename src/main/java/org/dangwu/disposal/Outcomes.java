package org.dangwu.disposal;

import java.util.List;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.SheetRecord;
import org.dangwu.worksheet.SheetRecords;
import org.springframework.stereotype.Component;

/** How a disposal ends, from the measure decided last and what became of it. */
@Component("disposalOutcomes")
class Outcomes {

  private final DisposalRegister register;
  private final SheetRecords records;

  Outcomes(DisposalRegister register, SheetRecords records) {
    this.register = register;
    this.records = records;
  }

  Disposal.State of(String disposalId) {
    Disposal disposal = register.get(disposalId);
    return switch (disposal.measure()) {
      case CRITICISM -> Disposal.State.EDUCATED;
      case DISCIPLINE -> Disposal.State.HANDED_OVER;
      case NONE -> Disposal.State.DROPPED;
      case DEADLINE -> improved(disposalId) ? Disposal.State.LIFTED : Disposal.State.DISPOSED;
      case ADVISE_LEAVE, REMOVE, EXTEND_PROBATION, CANCEL_PROBATION -> Disposal.State.DISPOSED;
    };
  }

  private boolean improved(String disposalId) {
    List<SheetRecord> expiries =
        records.of(DisposalProcess.KEY, disposalId).stream()
            .filter(sheet -> sheet.element().equals(Tasks.EXPIRY))
            .toList();
    return !expiries.isEmpty()
        && expiries.get(expiries.size() - 1).answers().is("result", "IMPROVED");
  }
}
