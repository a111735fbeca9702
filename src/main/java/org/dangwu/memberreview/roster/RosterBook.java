package org.dangwu.memberreview.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.memberreview.RosterState;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Sanction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of all snapshots. Nothing is ever changed or deleted in them. */
@Component
class RosterBook {

  private final JdbcClient jdbc;

  RosterBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest row of everybody, leaders first. */
  List<RosterRow> newest(String caseId) {
    Map<String, RosterRow> rows = new LinkedHashMap<>();
    jdbc.sql("select * from memberreview_roster where case_id = ? order by snapshot, person_order")
        .param(caseId)
        .query(RosterBook::row)
        .list()
        .forEach(row -> rows.put(row.personId(), row));
    return rows.values().stream()
        .sorted(Comparator.comparingInt(RosterRow::order).thenComparing(RosterRow::personId))
        .toList();
  }

  Optional<RosterRow> newest(String caseId, String personId) {
    return jdbc
        .sql(
            "select * from memberreview_roster where case_id = ? and person_id = ? order by"
                + " snapshot desc")
        .params(caseId, personId)
        .query(RosterBook::row)
        .list()
        .stream()
        .findFirst();
  }

  /** 0 before the roster was frozen. */
  int version(String caseId) {
    return jdbc.sql("select coalesce(max(snapshot), 0) from memberreview_roster where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  void add(RosterRow row) {
    Standing standing = row.standing();
    RosterVerdict verdict = row.verdict();
    jdbc.sql(
            "insert into memberreview_roster (case_id, person_id, snapshot, person_name,"
                + " person_order, leader, member_status, voting_right, org_relation, mobility,"
                + " sanction, attended_meeting, leaders_excluded, investigated, phase, change_kind,"
                + " participates, can_rate, can_vote, gets_grade, counts_in_base, state, reason)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            row.caseId(),
            row.personId(),
            row.snapshot(),
            row.name(),
            row.order(),
            row.leader(),
            standing.status().name(),
            standing.votingRight(),
            standing.relation().name(),
            standing.mobility().name(),
            standing.sanction().name(),
            standing.attendedMeeting(),
            standing.leadersExcluded(),
            standing.investigated(),
            row.phase().name(),
            row.change().name(),
            verdict.participates(),
            verdict.canRate(),
            verdict.canVote(),
            verdict.getsGrade(),
            verdict.countsInBase(),
            verdict.state().name(),
            verdict.reason())
        .update();
  }

  private static RosterRow row(ResultSet row, int number) throws SQLException {
    return new RosterRow(
        row.getString("case_id"),
        row.getString("person_id"),
        row.getInt("snapshot"),
        row.getString("person_name"),
        row.getInt("person_order"),
        row.getBoolean("leader"),
        new Standing(
            MembershipStatus.valueOf(row.getString("member_status")),
            row.getBoolean("voting_right"),
            Relation.valueOf(row.getString("org_relation")),
            Mobility.valueOf(row.getString("mobility")),
            Sanction.valueOf(row.getString("sanction")),
            row.getBoolean("attended_meeting"),
            row.getBoolean("leaders_excluded"),
            row.getBoolean("investigated")),
        RosterPhase.valueOf(row.getString("phase")),
        RosterChangeKind.valueOf(row.getString("change_kind")),
        new RosterVerdict(
            row.getBoolean("participates"),
            row.getBoolean("can_rate"),
            row.getBoolean("can_vote"),
            row.getBoolean("gets_grade"),
            row.getBoolean("counts_in_base"),
            RosterState.valueOf(row.getString("state")),
            row.getString("reason")));
  }
}
