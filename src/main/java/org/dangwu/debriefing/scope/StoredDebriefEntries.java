package org.dangwu.debriefing.scope;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.engine.ModelBean;

/** Names the secretaries of a run to models and modules. */
@ModelBean("debriefEntries")
class StoredDebriefEntries implements DebriefEntries {

  private final EntryBook book;

  StoredDebriefEntries(EntryBook book) {
    this.book = book;
  }

  @Override
  public List<DebriefEntry> of(String caseId) {
    return book.of(caseId).stream().map(EntryRow::entry).toList();
  }

  @Override
  public List<DebriefEntry> active(String caseId) {
    return of(caseId).stream().filter(entry -> entry.state().debriefs()).toList();
  }

  @Override
  public List<DebriefEntry> graded(String caseId) {
    return of(caseId).stream().filter(DebriefEntry::graded).toList();
  }

  @Override
  public Optional<DebriefEntry> find(String entryId) {
    return book.find(entryId).map(EntryRow::entry);
  }

  @Override
  public Optional<DebriefEntry> ofPerson(String caseId, String personId) {
    List<DebriefEntry> own =
        of(caseId).stream().filter(entry -> entry.personId().equals(personId)).toList();
    return own.stream()
        .filter(entry -> entry.state().debriefs())
        .findFirst()
        .or(() -> own.stream().filter(DebriefEntry::graded).findFirst())
        .or(() -> own.stream().findFirst());
  }

  @Override
  public List<DebriefEntry> ofPerson(String personId) {
    return book.ofPerson(personId).stream().map(EntryRow::entry).toList();
  }

  @Override
  public String person(String entryId) {
    return get(entryId).personId();
  }

  @Override
  public String organization(String entryId) {
    return get(entryId).organization();
  }

  @Override
  public String organizationName(String entryId) {
    return get(entryId).organizationName();
  }

  @Override
  public String needsList(String entryId) {
    return get(entryId).state().debriefs() ? "YES" : "NO";
  }

  @Override
  public String hasWritten(String caseId) {
    return anybody(caseId, DebriefMode.WRITTEN);
  }

  @Override
  public String hasSession(String caseId) {
    return anybody(caseId, DebriefMode.ONSITE);
  }

  @Override
  public DebriefEntry changeMode(String entryId, DebriefMode mode, String reason) {
    DebriefEntry entry = get(entryId);
    book.setMode(entryId, mode, mode == entry.tableMode() ? null : reason);
    return get(entryId);
  }

  private String anybody(String caseId, DebriefMode mode) {
    return active(caseId).stream().anyMatch(entry -> entry.mode() == mode) ? "YES" : "NO";
  }

  private DebriefEntry get(String entryId) {
    return find(entryId).orElseThrow(() -> new IllegalArgumentException("entry " + entryId));
  }
}
