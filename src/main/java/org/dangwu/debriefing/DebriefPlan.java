package org.dangwu.debriefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a run (述职评议考核方案, F-C1). Only an agreed plan is complete.
 *
 * @param sessionDate day of the session, {@code null} when everybody writes
 * @param rateWritten whether those who write are rated by the voters too (C12)
 * @param maxGoodPercent share of 好 that must not be exceeded, in percent (C15); -1 until chosen
 * @param classes classes of voters, weights in percent
 * @param participants voters with an account; who has none fills in a sheet
 * @param weights how session, field check and daily facts count together; empty when they are not
 *     reckoned up
 * @param keyContents what the accounts must go into (C04)
 * @param criteria criteria of the appraisal that were chosen (C05)
 * @param teams field teams (C08)
 * @param agreed whether the committee's secretary agreed to it
 */
public record DebriefPlan(
    String caseId,
    int year,
    LocalDate reportDueDate,
    LocalDate fieldDueDate,
    LocalDate sessionDate,
    LocalDate studyDate,
    LocalDate reportUpDueDate,
    String place,
    CommentMode commentMode,
    boolean rateWritten,
    int maxGoodPercent,
    List<VoterClassWeight> classes,
    List<Participant> participants,
    Optional<ComponentWeights> weights,
    List<KeyContent> keyContents,
    List<Criterion> criteria,
    List<FieldTeam> teams,
    String remark,
    boolean agreed) {

  public DebriefPlan {
    classes = List.copyOf(classes);
    participants = List.copyOf(participants);
    keyContents = List.copyOf(keyContents);
    criteria = List.copyOf(criteria);
    teams = List.copyOf(teams);
  }

  /** Voters of a class who have an account. */
  public List<String> personsOf(String classCode) {
    return participants.stream()
        .filter(participant -> participant.classCode().equals(classCode))
        .map(Participant::personId)
        .toList();
  }

  /** What one secretary must go into: what holds for all, then what concerns him. */
  public List<KeyContent> keyContentsFor(String entryId) {
    return keyContents.stream()
        .filter(key -> key.forAll() || key.entryId().equals(entryId))
        .toList();
  }

  public Optional<FieldTeam> team(String fieldCheckId) {
    return teams.stream().filter(team -> team.fieldCheckId().equals(fieldCheckId)).findFirst();
  }

  /**
   * A class of voters (测评主体).
   *
   * @param code as in the table {@code ballot_weights}
   * @param weight in percent
   * @param sheets how many vote on paper because they have no account
   */
  public record VoterClassWeight(String code, String label, int weight, int sheets) {}

  public record Participant(String personId, String classCode) {}

  /** Shares of the components in percent; together 100. */
  public record ComponentWeights(int session, int field, int daily) {}

  /**
   * Something that accounts must go into.
   *
   * @param entryId whom it concerns, empty for all
   * @param source where it comes from, such as 上年度未完成整改事项; empty when typed in
   */
  public record KeyContent(String entryId, String source, String text) {

    public boolean forAll() {
      return entryId.isEmpty();
    }
  }

  public record Criterion(String code, String label, String note) {}

  /**
   * Who goes and sees for himself (调研组).
   *
   * @param members user ids without the leader
   * @param entryIds whom they see
   */
  public record FieldTeam(
      String fieldCheckId, String leader, List<String> members, List<String> entryIds) {

    public FieldTeam {
      members = List.copyOf(members);
      entryIds = List.copyOf(entryIds);
    }
  }
}
