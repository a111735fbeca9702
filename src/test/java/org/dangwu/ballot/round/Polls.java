package org.dangwu.ballot.round;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.SheetQuota;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds for tests, with names that no other test uses. */
public final class Polls {

  public final String prefix = "b" + UUID.randomUUID().toString().substring(0, 8);

  /** A grade that occurs nowhere else, so that it can be searched for. */
  public final Grade marker = new Grade("ZZ" + prefix.toUpperCase(Locale.ROOT), "标记等次");

  public final String branch = prefix + "B";
  public final String recorder = prefix + "rec";
  public final List<String> tellers = List.of(prefix + "t1", prefix + "t2");

  private final Clock clock;

  public Polls(JdbcClient jdbc, Clock clock) {
    this.clock = clock;
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, '机关第一党支部', 'BRANCH', 'COUNTY', null, ?, ?, 1,"
                + " true)")
        .params(branch, branch, "/" + branch + "/")
        .update();
  }

  public String person(int number) {
    return prefix + "p" + number;
  }

  public List<String> people(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(this::person).toList();
  }

  public List<BallotObject> objects(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> new BallotObject(person(n), "党员" + n, "正式党员"))
        .toList();
  }

  /** Everybody of {@code voters} rates the first {@code objects} of them. */
  public BallotPlan plan(int objects, int voters) {
    return plan(objects, voters, Grade.MEMBER_GRADES);
  }

  public BallotPlan plan(int objects, int voters, List<Grade> grades) {
    return BallotPlan.simple(
        prefix + "case",
        branch,
        2026,
        RoundKind.MEMBERS_ON_MEMBERS,
        "2026年度党员民主测评",
        grades,
        objects(objects),
        people(voters),
        tellers,
        recorder,
        clock.instant().plus(Duration.ofDays(3)));
  }

  public List<Grade> withMarker() {
    List<Grade> grades = new ArrayList<>(Grade.MEMBER_GRADES);
    grades.add(marker);
    return grades;
  }

  public static BallotPlan with(BallotPlan plan, Optional<SheetQuota> quota, boolean onPaper) {
    return new BallotPlan(
        plan.caseId(),
        plan.organization(),
        plan.year(),
        plan.kind(),
        plan.title(),
        plan.grades(),
        plan.objects(),
        plan.classes(),
        plan.voters(),
        plan.tellers(),
        plan.recorder(),
        plan.rateSelf(),
        quota,
        onPaper,
        plan.dueAt());
  }

  public static BallotPlan with(
      BallotPlan plan, RoundKind kind, List<VoterClass> classes, List<Voter> voters) {
    return new BallotPlan(
        plan.caseId(),
        plan.organization(),
        plan.year(),
        kind,
        plan.title(),
        Grade.WORK_GRADES,
        plan.objects(),
        classes,
        voters,
        plan.tellers(),
        plan.recorder(),
        false,
        Optional.empty(),
        false,
        plan.dueAt());
  }

  /** The same grade for all objects but oneself. */
  public static Map<String, String> all(BallotPlan plan, String voter, String grade) {
    Map<String, String> choices = new LinkedHashMap<>();
    plan.objects().stream()
        .map(BallotObject::id)
        .filter(id -> !id.equals(voter))
        .forEach(id -> choices.put(id, grade));
    return choices;
  }
}
