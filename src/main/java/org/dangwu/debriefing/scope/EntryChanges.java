package org.dangwu.debriefing.scope;

import java.util.List;
import java.util.UUID;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.EntryState;
import org.dangwu.debriefing.ManagementAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may change about who gives an account after the scope was frozen (C19, E25). */
@Component("debriefEntryChanges")
public class EntryChanges {

  private final EntryBook book;

  EntryChanges(EntryBook book) {
    this.book = book;
  }

  /** Marks who left the post. */
  @Transactional
  public void leave(String entryId, boolean graded, boolean writes) {
    book.setState(entryId, EntryState.REPLACED, graded);
    book.setWrites(entryId, writes);
  }

  /**
   * Adds who came into the post.
   *
   * @param reason why he gives his account otherwise than his kind does, or {@code null}
   */
  @Transactional
  public DebriefEntry add(
      String predecessor,
      DebriefCommittees.Member successor,
      DebriefMode mode,
      String reason,
      boolean graded) {
    EntryRow before =
        book.find(predecessor)
            .orElseThrow(() -> new IllegalArgumentException("entry " + predecessor));
    DebriefEntry old = before.entry();
    DebriefEntry added =
        new DebriefEntry(
            UUID.randomUUID().toString(),
            old.caseId(),
            old.organization(),
            old.organizationName(),
            successor.personId(),
            successor.name(),
            successor.title(),
            old.unitType(),
            mode,
            old.tableMode(),
            old.modeRequired(),
            mode == old.tableMode() ? null : reason,
            EntryState.ADDED,
            graded,
            old.authority(),
            old.order());
    book.add(new EntryRow(added, before.category(), before.note()));
    return added;
  }

  public void manage(String entryId, ManagementAuthority authority) {
    book.setAuthority(entryId, authority);
  }

  /** Kind of organisation as the table {@code debrief_scope} names it. */
  public String category(String entryId) {
    return book.find(entryId).map(EntryRow::category).orElse("NONE");
  }

  /** Ids of those who hand in a report: also who left and still writes his part (E25). */
  public List<String> writers(String caseId) {
    return book.of(caseId).stream()
        .map(EntryRow::entry)
        .filter(
            entry ->
                entry.state().debriefs()
                    || entry.state() == EntryState.REPLACED && book.writes(entry.entryId()))
        .map(DebriefEntry::entryId)
        .toList();
  }
}
