package org.dangwu.debriefing.change;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** Changes in words, for the case file: how it was before, and how it is now. */
@Component("debriefChangePapers")
class ChangePapers {

  static final String REPLACEMENT = "replacementRecord";
  static final String MODE = "modeChange";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Dossiers dossiers;
  private final People people;

  ChangePapers(Dossiers dossiers, People people) {
    this.dossiers = dossiers;
    this.people = people;
  }

  void file(Replacement given, DebriefEntry left, String user) {
    String successor =
        given.hasSuccessor()
            ? "新任书记%s，%s。".formatted(people.name(given.successor()), given.successorMode().label())
            : "书记暂时空缺。";
    String facts =
        "变动前：%s，%s，%s。\n变动后（%s起）：%s\n%s\n评定等次：%s。"
            .formatted(
                left.organizationName(),
                left.name(),
                left.mode().label(),
                DAY.format(given.effectiveOn()),
                successor,
                given.predecessorGoesOn() ? "原任书记提交本人任职期间的述职报告。" : "原任书记不再办理本次述职的环节。",
                given.gradedParty().label());
    dossiers.file(
        DocumentKey.about(given.caseId(), REPLACEMENT, left.personId()),
        Map.of("facts", facts, "reason", given.reason()),
        user);
  }

  /** Stays a draft until it is decided. */
  void write(ModeRequest given, DebriefEntry entry, String user) {
    dossiers.write(
        DocumentKey.about(given.caseId(), MODE, entry.personId()),
        Map.of(
            "request",
            "%s %s由%s改为%s。理由：%s"
                .formatted(
                    entry.organizationName(),
                    entry.name(),
                    entry.mode().label(),
                    given.mode().label(),
                    given.reason())),
        user);
  }
}
