package org.dangwu.memberreview.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterCounts;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.organization.MembershipStatus;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredReviewRosters implements ReviewRosters {

  private final RosterBook book;
  private final JdbcClient jdbc;

  StoredReviewRosters(RosterBook book, JdbcClient jdbc) {
    this.book = book;
    this.jdbc = jdbc;
  }

  @Override
  public List<RosterMember> of(String caseId) {
    Map<String, String> groups = groups(caseId);
    Map<String, Integer> positions = positions(caseId);
    Set<String> excluded = excluded(caseId);
    return book.newest(caseId).stream()
        .map(row -> member(row, groups, excluded))
        .sorted(
            Comparator.comparingInt(
                    (RosterMember m) -> positions.getOrDefault(m.group(), Integer.MAX_VALUE))
                .thenComparingInt(RosterMember::order)
                .thenComparing(RosterMember::personId))
        .toList();
  }

  @Override
  public Optional<RosterMember> find(String caseId, String personId) {
    return of(caseId).stream().filter(member -> member.personId().equals(personId)).findFirst();
  }

  @Override
  public RosterCounts counts(String caseId) {
    List<RosterMember> members = of(caseId);
    return new RosterCounts(
        (int) members.stream().filter(RosterMember::countsInBase).count(),
        (int) members.stream().filter(RosterMember::countsAsDue).count(),
        (int) members.stream().filter(RosterMember::getsGrade).count());
  }

  @Override
  public int version(String caseId) {
    return book.version(caseId);
  }

  private static RosterMember member(
      RosterRow row, Map<String, String> groups, Set<String> excluded) {
    RosterVerdict verdict = row.verdict();
    MembershipStatus status = row.standing().status();
    return new RosterMember(
        row.caseId(),
        row.personId(),
        row.name(),
        groups.getOrDefault(row.personId(), ""),
        row.order(),
        status == MembershipStatus.FORMAL,
        status == MembershipStatus.PROBATIONARY,
        row.leader(),
        verdict.participates(),
        verdict.canRate(),
        verdict.canVote(),
        verdict.getsGrade(),
        verdict.countsInBase(),
        excluded.contains(row.personId()),
        verdict.state(),
        verdict.reason());
  }

  private Map<String, String> groups(String caseId) {
    Map<String, String> groups = new HashMap<>();
    jdbc.sql("select person_id, group_name from memberreview_group_member where case_id = ?")
        .param(caseId)
        .query(
            (RowCallbackHandler)
                row -> groups.put(row.getString("person_id"), row.getString("group_name")));
    return groups;
  }

  private Map<String, Integer> positions(String caseId) {
    Map<String, Integer> positions = new HashMap<>();
    jdbc.sql("select group_name, position from memberreview_group where case_id = ?")
        .param(caseId)
        .query(
            (RowCallbackHandler)
                row -> positions.put(row.getString("group_name"), row.getInt("position")));
    return positions;
  }

  private Set<String> excluded(String caseId) {
    return new HashSet<>(
        jdbc.sql(
                "select person_id from memberreview_due_exclusion where case_id = ? and excluded ="
                    + " true")
            .param(caseId)
            .query(String.class)
            .list());
  }
}
