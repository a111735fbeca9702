package org.dangwu.procedure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RosterStore implements Rosters {

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Clock clock;

  RosterStore(JdbcClient jdbc, Organizations organizations, Clock clock) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  public List<RosterEntry> of(String caseId) {
    return jdbc.sql(
            "select person_id, person_name, person_rank, title, principal, voting"
                + " from procedure_roster where case_id = ? order by person_rank")
        .param(caseId)
        .query(
            (row, number) ->
                new RosterEntry(
                    row.getString("person_id"),
                    row.getString("person_name"),
                    row.getInt("person_rank"),
                    row.getString("title"),
                    row.getBoolean("principal"),
                    row.getBoolean("voting")))
        .list();
  }

  /** Freezes the leading body as it stands now; a repeated call keeps what was frozen first. */
  @Transactional
  List<RosterEntry> freezeLeadingBody(String caseId, String organization) {
    List<RosterEntry> frozen = of(caseId);
    if (!frozen.isEmpty()) {
      return frozen;
    }
    int rank = 0;
    for (LeadingMember member : organizations.leadingBody(organization)) {
      rank++;
      jdbc.sql(
              "insert into procedure_roster (case_id, person_id, person_name, person_rank, title,"
                  + " principal, voting, frozen_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              caseId,
              member.personId(),
              member.name(),
              rank,
              member.title(),
              member.principal(),
              member.votingRight(),
              Timestamp.from(clock.instant()))
          .update();
    }
    return of(caseId);
  }
}
