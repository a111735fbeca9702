package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.List;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.springframework.stereotype.Component;

/** Who may open a document (查阅范围), as it is shown to those who may. */
@Component
class AccessList {

  private static final List<String> ROLES =
      List.of(
          "principal",
          "member",
          "recorder",
          "office",
          "archivist",
          "orgDepartment",
          "discipline",
          "superior",
          "secretary",
          "committee",
          "baseSecretary",
          "baseOffice");

  private final CaseDirectory cases;
  private final RuleTables rules;
  private final Sentences sentences;

  AccessList(CaseDirectory cases, RuleTables rules, Sentences sentences) {
    this.cases = cases;
    this.rules = rules;
    this.sentences = sentences;
  }

  /** Role by role, with the names of those who hold it today. */
  List<Line> of(CaseFacts facts, DossierDocument document) {
    List<Line> lines = new ArrayList<>();
    String type = document.key().type();
    String subject = document.key().subject();
    if (!subject.isEmpty() && rules.access(type, "subject").allows(AccessLevel.READ)) {
      lines.add(line("subject", cases.names(List.of(subject)).values().stream().toList()));
    }
    for (String role : ROLES) {
      if (rules.access(type, role).allows(AccessLevel.READ)) {
        lines.add(line(role, cases.holders(facts, role)));
      }
    }
    lines.add(line("author", List.copyOf(cases.names(List.of(document.author())).values())));
    return List.copyOf(lines);
  }

  private Line line(String role, List<String> names) {
    return new Line(sentences.say("role." + role), names);
  }

  /** One role and who holds it. */
  record Line(String role, List<String> names) {}
}
