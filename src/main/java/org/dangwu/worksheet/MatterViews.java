package org.dangwu.worksheet;

import java.util.List;
import java.util.Optional;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** Collects what the pages show of a matter, only for those who may read it. */
@Component
public class MatterViews {

  private final Sheets sheets;
  private final SheetStore store;
  private final MatterFiles files;
  private final People people;

  MatterViews(Sheets sheets, SheetStore store, MatterFiles files, People people) {
    this.sheets = sheets;
    this.store = store;
    this.files = files;
    this.people = people;
  }

  /** Empty when there is no such matter or the person may not read it. */
  public Optional<MatterView> find(String process, String matterId, String user) {
    return sheets
        .matters(process)
        .filter(matters -> matters.mayRead(matterId, user))
        .map(matters -> view(matters, matterId, user));
  }

  MatterView view(Matters matters, String matterId, String user) {
    List<SheetRecord> records = store.of(matters.process(), matterId);
    return new MatterView(
        matters.process(),
        matterId,
        matters.overview(matterId, user),
        records,
        files.of(matters, matterId),
        people.names(records.stream().map(SheetRecord::writtenBy).toList()));
  }
}
