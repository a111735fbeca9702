package org.dangwu.debriefing.scope;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.debriefing.DebriefVacancies;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;

/** Whose secretaries a committee hears: those of the organisations directly below it (C02). */
@Component("debriefScopeList")
class ScopeList implements DebriefVacancies {

  private final Organizations organizations;
  private final DebriefCommittees committees;
  private final ScopeTables tables;

  ScopeList(Organizations organizations, DebriefCommittees committees, ScopeTables tables) {
    this.organizations = organizations;
    this.committees = committees;
    this.tables = tables;
  }

  /**
   * @param secretary empty while the post is vacant
   */
  record InScope(Organization unit, Optional<Member> secretary, ScopeTables.Scope scope) {}

  /** In the order of the roster, vacant posts included. */
  List<InScope> of(Organization organizer) {
    return organizations.children(organizer.code()).stream()
        .map(
            unit ->
                new InScope(unit, committees.secretary(unit.code()), tables.scope(organizer, unit)))
        .filter(found -> found.scope().inScope())
        .toList();
  }

  @Override
  public List<String> of(String organizer) {
    return of(organizations.get(organizer)).stream()
        .filter(found -> found.secretary().isEmpty())
        .map(found -> found.unit().name())
        .toList();
  }
}
