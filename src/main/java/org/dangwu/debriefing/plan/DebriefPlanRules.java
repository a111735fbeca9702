package org.dangwu.debriefing.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.stereotype.Component;

/**
 * Whether a plan can be carried out as it stands; if not, all that is missing (C03–C05, C12, C15).
 */
@Component("debriefPlanRules")
class DebriefPlanRules {

  private static final int WHOLE = 100;

  /** The end of the year and the beginning of the next (C01). */
  private static final Set<Integer> USUAL_MONTHS = Set.of(11, 12, 1, 2, 3);

  private final DebriefSentences sentences;
  private final Clock clock;

  DebriefPlanRules(DebriefSentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * Figures in force for the organising committee.
   *
   * @param maxGoodPercent greatest share of 好 in percent
   * @param reportLead days between the last report and the session
   */
  record Limits(int maxGoodPercent, int reportLead) {}

  /** One sentence for each thing that is missing; empty when the plan can be agreed to. */
  List<String> missing(DebriefPlan plan, List<DebriefEntry> entries, Limits limits) {
    List<String> missing = new ArrayList<>();
    boolean held = entries.stream().anyMatch(DebriefEntry::onSite);
    exceptions(entries, missing);
    days(plan, held, limits, missing);
    need(plan.keyContents().stream().anyMatch(key -> key.forAll()), missing, "plan.keys");
    need(!plan.criteria().isEmpty(), missing, "plan.criteria");
    if (held) {
      need(!plan.place().isEmpty(), missing, "plan.place");
      need(plan.commentMode() != null, missing, "plan.commentMode");
    }
    if (held || plan.rateWritten()) {
      voters(plan, missing);
    }
    if (plan.maxGoodPercent() < 1 || plan.maxGoodPercent() > limits.maxGoodPercent()) {
      missing.add(sentences.say("plan.maxGood", limits.maxGoodPercent()));
    }
    weights(plan, missing);
    teams(plan, entries, missing);
    return missing;
  }

  /** Whether the session or the study lies outside the usual time of the year (C01). */
  boolean unusualTime(DebriefPlan plan) {
    LocalDate day = plan.sessionDate() == null ? plan.studyDate() : plan.sessionDate();
    return day != null && !USUAL_MONTHS.contains(day.getMonthValue());
  }

  /** Who normally gives his account on site needs a reason for writing (C03). */
  private void exceptions(List<DebriefEntry> entries, List<String> missing) {
    String without =
        entries.stream()
            .filter(DebriefEntry::modeRequired)
            .filter(entry -> entry.mode() != entry.tableMode())
            .filter(entry -> entry.exceptionReason() == null)
            .map(DebriefEntry::label)
            .collect(Collectors.joining("、"));
    if (!without.isEmpty()) {
      missing.add(sentences.say("plan.exception", without));
    }
  }

  private void days(DebriefPlan plan, boolean held, Limits limits, List<String> missing) {
    need(plan.reportDueDate() != null, missing, "plan.reportDue");
    need(!held || plan.sessionDate() != null, missing, "plan.sessionOn");
    need(plan.studyDate() != null, missing, "plan.studyOn");
    need(plan.reportUpDueDate() != null, missing, "plan.reportUpDue");
    need(plan.teams().isEmpty() || plan.fieldDueDate() != null, missing, "plan.fieldDue");
    if (plan.reportDueDate() != null && !plan.reportDueDate().isAfter(LocalDate.now(clock))) {
      missing.add(sentences.say("plan.reportPast"));
    }
    LocalDate session = held ? plan.sessionDate() : null;
    if (session != null && after(plan.reportDueDate(), session.minusDays(limits.reportLead()))) {
      missing.add(sentences.say("plan.reportLate", limits.reportLead()));
    }
    if (session == null && after(plan.reportDueDate(), plan.studyDate())) {
      missing.add(sentences.say("plan.reportAfterStudy"));
    }
    LocalDate last = session == null ? plan.studyDate() : session;
    if (after(plan.fieldDueDate(), last) && !plan.teams().isEmpty()) {
      missing.add(sentences.say("plan.fieldLate"));
    }
    if (after(session, plan.studyDate())) {
      missing.add(sentences.say("plan.studyBeforeSession"));
    }
    if (after(plan.studyDate(), plan.reportUpDueDate())) {
      missing.add(sentences.say("plan.reportUpBeforeStudy"));
    }
  }

  private void voters(DebriefPlan plan, List<String> missing) {
    if (plan.classes().isEmpty()) {
      missing.add(sentences.say("plan.voters"));
      return;
    }
    for (VoterClassWeight voters : plan.classes()) {
      if (voters.weight() < 1 || voters.weight() > WHOLE) {
        missing.add(sentences.say("plan.classWeight", voters.label()));
      }
      if (voters.sheets() < 0) {
        missing.add(sentences.say("plan.classSheets", voters.label()));
      } else if (voters.sheets() == 0 && plan.personsOf(voters.code()).isEmpty()) {
        missing.add(sentences.say("plan.classEmpty", voters.label()));
      }
    }
    int sum = plan.classes().stream().mapToInt(VoterClassWeight::weight).sum();
    if (sum != WHOLE) {
      missing.add(sentences.say("plan.weightSum", Math.max(sum, 0)));
    }
  }

  private void weights(DebriefPlan plan, List<String> missing) {
    plan.weights()
        .ifPresent(
            weights -> {
              boolean wrong =
                  weights.session() < 0
                      || weights.field() < 0
                      || weights.daily() < 0
                      || weights.session() + weights.field() + weights.daily() != WHOLE;
              need(!wrong, missing, "plan.componentSum");
              need(weights.field() <= 0 || !plan.teams().isEmpty(), missing, "plan.componentField");
            });
  }

  /** Field checks are the rule; who is left out needs a word of explanation (C08). */
  private void teams(DebriefPlan plan, List<DebriefEntry> entries, List<String> missing) {
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (FieldTeam team : plan.teams()) {
      number++;
      need(!team.leader().isEmpty(), missing, "plan.teamLeader", number);
      need(!team.entryIds().isEmpty(), missing, "plan.teamEmpty", number);
      seen.addAll(team.entryIds());
      for (DebriefEntry entry : entries) {
        if (team.entryIds().contains(entry.entryId())
            && (team.leader().equals(entry.personId())
                || team.members().contains(entry.personId()))) {
          missing.add(sentences.say("plan.teamOwn", number, entry.name()));
        }
      }
    }
    String unseen =
        entries.stream()
            .filter(entry -> !seen.contains(entry.entryId()))
            .map(DebriefEntry::label)
            .collect(Collectors.joining("、"));
    if (!unseen.isEmpty() && plan.remark().isEmpty()) {
      missing.add(
          plan.teams().isEmpty()
              ? sentences.say("plan.noTeams")
              : sentences.say("plan.unseen", unseen));
    }
  }

  private void need(boolean holds, List<String> missing, String key, Object... arguments) {
    if (!holds) {
      missing.add(sentences.say(key, arguments));
    }
  }

  private static boolean after(LocalDate one, LocalDate other) {
    return one != null && other != null && one.isAfter(other);
  }
}
