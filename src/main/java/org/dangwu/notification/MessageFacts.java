package org.dangwu.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** The facts that a text may name: which matter, which body, until when. Nothing of the content. */
@Component
class MessageFacts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

  private final Organizations organizations;
  private final ProcedureCases cases;

  MessageFacts(Organizations organizations, ProcedureCases cases) {
    this.organizations = organizations;
    this.cases = cases;
  }

  Map<String, Object> of(Announcement announcement, int daysToDue) {
    Map<String, Object> facts = new HashMap<>(announcement.facts());
    facts.put("organizationName", organizations.get(announcement.organization()).name());
    // What several procedures announce rests on the regulation of each.
    facts.put("debriefing", false);
    if (announcement.caseId() != null) {
      cases
          .find(announcement.caseId())
          .ifPresent(
              run -> {
                facts.put("procedureName", run.name());
                facts.put("year", run.year());
                facts.put("caseNumber", run.businessKey());
                facts.put("debriefing", run.kind() == ProcedureKind.DEBRIEFING);
              });
    }
    LocalDate due = announcement.due();
    if (due != null) {
      facts.put("due", DAY.format(due));
      facts.put("daysLeft", Math.max(daysToDue, 0));
      facts.put("daysOverdue", Math.max(-daysToDue, 0));
    }
    return facts;
  }
}
