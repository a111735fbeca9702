package org.dangwu.debriefing.scope;

import java.util.List;
import java.util.UUID;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.EntryState;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is to give an account as it stands at the start (C02, C03, E30). */
@Component("debriefScopeFreeze")
class ScopeFreeze {

  private final Organizations organizations;
  private final ScopeList list;
  private final ScopeTables tables;
  private final EntryBook book;

  ScopeFreeze(Organizations organizations, ScopeList list, ScopeTables tables, EntryBook book) {
    this.organizations = organizations;
    this.list = list;
    this.tables = tables;
    this.book = book;
  }

  /** A repeated call keeps what was frozen first. */
  @Transactional
  List<String> freeze(String caseId, String organizer) {
    if (book.of(caseId).isEmpty()) {
      int order = 0;
      for (ScopeList.InScope found : list.of(organizations.get(organizer))) {
        if (found.secretary().isPresent()) {
          order++;
          book.add(row(caseId, organizer, found, found.secretary().get(), order));
        }
      }
    }
    return book.of(caseId).stream()
        .map(EntryRow::entry)
        .filter(entry -> entry.state().debriefs())
        .map(DebriefEntry::entryId)
        .toList();
  }

  private EntryRow row(
      String caseId, String organizer, ScopeList.InScope found, Member secretary, int order) {
    Organization unit = found.unit();
    ScopeTables.Manner manner = tables.manner(unit);
    return new EntryRow(
        new DebriefEntry(
            UUID.randomUUID().toString(),
            caseId,
            unit.code(),
            unit.name(),
            secretary.personId(),
            secretary.name(),
            secretary.title(),
            unit.unitType(),
            manner.mode(),
            manner.mode(),
            manner.required(),
            null,
            EntryState.ACTIVE,
            true,
            proposed(organizations.get(organizer), unit),
            order),
        found.scope().category(),
        found.scope().note());
  }

  /**
   * A proposal that the organisers check in the plan; the roster does not tell who manages whom.
   */
  private static ManagementAuthority proposed(Organization organizer, Organization unit) {
    boolean branch =
        unit.kind() == OrganizationKind.BRANCH || unit.kind() == OrganizationKind.GENERAL_BRANCH;
    if (branch) {
      return ManagementAuthority.NONE;
    }
    return organizer.kind() == OrganizationKind.AGENCY_COMMITTEE
        ? ManagementAuthority.UNIT
        : ManagementAuthority.OWN;
  }
}
