package org.dangwu.lifemeeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.engine.DecisionTables;
import org.dangwu.procedure.Parameters;
import org.dangwu.procedure.RosterEntry;
import org.springframework.stereotype.Component;

/**
 * Which talks are wanted and which took place (A11). The table {@code dlm_talks} and the parameters
 * decide what is enough.
 */
@Component
class TalkCoverage {

  private final TalkBook book;
  private final DecisionTables tables;
  private final Parameters parameters;

  TalkCoverage(TalkBook book, DecisionTables tables, Parameters parameters) {
    this.book = book;
    this.tables = tables;
    this.parameters = parameters;
  }

  /** Every talk that is wanted, pairs of members first, each with where it stands. */
  List<Wanted> of(String caseId, String organization, int year, List<RosterEntry> due) {
    List<Talk> talks = book.of(caseId);
    Map<String, String> reasons = book.reasons(caseId);
    Judge judge =
        new Judge(
            parameters.number("dlm.minTalks", organization, year),
            parameters.number("dlm.minUnitTalks", organization, year),
            parameters.number("dlm.talkGapsAllowed", organization, year) > 0);
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      for (int j = i + 1; j < due.size(); j++) {
        RosterEntry one = due.get(i);
        RosterEntry other = due.get(j);
        long held = talks.stream().filter(t -> t.between(one.personId(), other.personId())).count();
        String gap = one.personId() + "~" + other.personId();
        wanted.add(
            judge.wanted(
                one.principal() || other.principal() ? "PRINCIPAL_MEMBER" : "MEMBERS",
                gap,
                one.name() + "与" + other.name(),
                (int) held,
                reasons.getOrDefault(gap, "")));
      }
    }
    List<UnitInCharge> units = book.units(organization);
    for (RosterEntry member : due) {
      for (UnitInCharge unit : units) {
        if (unit.personId().equals(member.personId())) {
          String gap = "unit:" + unit.id();
          wanted.add(
              judge.wanted(
                  "UNIT",
                  gap,
                  member.name() + "与" + unit.unitName() + unit.headName(),
                  (int) talks.stream().filter(talk -> talk.with(unit)).count(),
                  reasons.getOrDefault(gap, "")));
        }
      }
    }
    return wanted;
  }

  /** Asks the table once for each kind of case. */
  private final class Judge {

    private final int members;
    private final int units;
    private final boolean gapsAllowed;
    private final Map<Map<String, Object>, Map<String, Object>> answers = new HashMap<>();

    Judge(int members, int units, boolean gapsAllowed) {
      this.members = members;
      this.units = units;
      this.gapsAllowed = gapsAllowed;
    }

    Wanted wanted(String relation, String gap, String label, int talks, String reason) {
      Map<String, Object> row =
          answers.computeIfAbsent(
              Map.of(
                  "relation",
                  relation,
                  "talks",
                  talks,
                  "needed",
                  relation.equals("UNIT") ? units : members,
                  "reasonGiven",
                  !reason.isBlank(),
                  "gapsAllowed",
                  gapsAllowed),
              inputs -> tables.first("dlm_talks", inputs).orElseThrow());
      return new Wanted(
          gap,
          label,
          talks,
          reason,
          Status.valueOf((String) row.get("status")),
          (String) row.get("message"));
    }
  }

  /** Where a wanted talk stands. */
  enum Status {
    COVERED,
    NOT_REQUIRED,
    EXCUSED,
    MISSING
  }

  /**
   * @param gap names it when a reason is given
   * @param message what the table says to it
   */
  public record Wanted(
      String gap, String label, int talks, String reason, Status status, String message) {

    public boolean missing() {
      return status == Status.MISSING;
    }

    /** Whether a reason belongs here: the talk did not take place as often as wanted. */
    public boolean open() {
      return status == Status.MISSING || status == Status.EXCUSED;
    }

    public String style() {
      return switch (status) {
        case COVERED -> "covered";
        case EXCUSED -> "excused";
        case MISSING -> "missing";
        case NOT_REQUIRED -> "none";
      };
    }
  }
}
