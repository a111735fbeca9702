package org.dangwu.ballot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a round is to be (测评方案). It is frozen when the round is prepared.
 *
 * @param organization code of the body; its parameters apply
 * @param year year whose parameters apply
 * @param grades scale in the order in which voters read it, without the abstention
 * @param objects persons or bodies to be rated
 * @param classes classes of voters; one is enough
 * @param voters people with an account who receive a sheet
 * @param tellers at least two, the chief one first, none of them an object or the recorder (监票人)
 * @param recorder who keeps the record of the meeting
 * @param rateSelf whether an object who votes rates himself (B12)
 * @param quota limit for one grade on each sheet
 * @param onPaper whether tellers also count paper ballots
 * @param dueAt when voting ends at the latest
 */
public record BallotPlan(
    String caseId,
    String organization,
    int year,
    RoundKind kind,
    String title,
    List<Grade> grades,
    List<BallotObject> objects,
    List<VoterClass> classes,
    List<Voter> voters,
    List<String> tellers,
    String recorder,
    boolean rateSelf,
    Optional<SheetQuota> quota,
    boolean onPaper,
    Instant dueAt) {

  /**
   * Who or what is rated.
   *
   * @param id person id, so that nobody rates himself, or any other id for a body
   * @param detail a few words below the name, may be empty
   */
  public record BallotObject(String id, String name, String detail) {}

  /**
   * A class of voters (评议人类别).
   *
   * @param sheets how many single-use sheets may be printed for people without an account
   */
  public record VoterClass(String code, String label, int sheets) {}

  /** Somebody with an account who receives a sheet. */
  public record Voter(String personId, String classCode) {}

  /**
   * How often one grade may be given on a sheet (名额).
   *
   * @param binding whether a sheet above it is refused, or only told
   */
  public record SheetQuota(String gradeCode, int most, boolean binding) {}

  public BallotPlan {
    grades = List.copyOf(grades);
    objects = List.copyOf(objects);
    classes = List.copyOf(classes);
    voters = List.copyOf(voters);
    tellers = List.copyOf(tellers);
  }

  /** A round in which every voter belongs to one class and nobody votes on paper. */
  public static BallotPlan simple(
      String caseId,
      String organization,
      int year,
      RoundKind kind,
      String title,
      List<Grade> grades,
      List<BallotObject> objects,
      List<String> voters,
      List<String> tellers,
      String recorder,
      Instant dueAt) {
    return new BallotPlan(
        caseId,
        organization,
        year,
        kind,
        title,
        grades,
        objects,
        List.of(new VoterClass("ALL", "参加测评人员", 0)),
        voters.stream().map(id -> new Voter(id, "ALL")).toList(),
        tellers,
        recorder,
        false,
        Optional.empty(),
        false,
        dueAt);
  }
}
