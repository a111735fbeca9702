package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.dossier.DossierFile;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** Collects all that a page shows of an item to a person who may read it. */
@Component
class ItemViews {

  private final ProgressBook progress;
  private final HelpRequests helps;
  private final Extensions extensions;
  private final Verifications verifications;
  private final EscalationLog escalations;
  private final Accountabilities accountabilities;
  private final OwnerChanges changes;
  private final Evidence evidence;
  private final ItemAccess access;
  private final Organizations organizations;
  private final People people;
  private final Clock clock;

  ItemViews(
      ProgressBook progress,
      HelpRequests helps,
      Extensions extensions,
      Verifications verifications,
      EscalationLog escalations,
      Accountabilities accountabilities,
      OwnerChanges changes,
      Evidence evidence,
      ItemAccess access,
      Organizations organizations,
      People people,
      Clock clock) {
    this.progress = progress;
    this.helps = helps;
    this.extensions = extensions;
    this.verifications = verifications;
    this.escalations = escalations;
    this.accountabilities = accountabilities;
    this.changes = changes;
    this.evidence = evidence;
    this.access = access;
    this.organizations = organizations;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param overdueDays positive when late
   * @param accountabilities empty for those who may not see them
   * @param names of all people named in it, by user id
   */
  record ItemView(
      RectificationItem item,
      String organizationName,
      int overdueDays,
      boolean overdue,
      List<ProgressBook.Progress> progress,
      List<DossierFile> files,
      List<HelpRequests.Help> helps,
      List<Extensions.Extension> extensions,
      List<Judgement> verifications,
      List<EscalationLog.Entry> escalations,
      List<Accountabilities.Accountability> accountabilities,
      List<OwnerChanges.OwnerChange> changes,
      Map<String, String> names) {

    public String name(String id) {
      return names.getOrDefault(id, id);
    }
  }

  ItemView of(RectificationItem item, String user) {
    LocalDate today = LocalDate.now(clock);
    String id = item.id();
    List<ProgressBook.Progress> reports = progress.of(id);
    List<HelpRequests.Help> requests = helps.of(id);
    List<Extensions.Extension> extended = extensions.of(id);
    List<Judgement> verified = verifications.of(id);
    List<OwnerChanges.OwnerChange> handed = changes.of(id);
    List<Accountabilities.Accountability> studied =
        access.seesAccountability(user, item) ? accountabilities.of(id) : List.of();
    Set<String> ids = new HashSet<>(Set.of(item.owner()));
    reports.forEach(one -> ids.add(one.reportedBy()));
    requests.forEach(one -> add(ids, one.requestedBy(), one.answeredBy()));
    extended.forEach(one -> add(ids, one.requestedBy(), one.decidedBy()));
    verified.forEach(one -> ids.add(one.judge()));
    handed.forEach(one -> add(ids, one.oldOwner(), one.newOwner(), one.changedBy()));
    studied.forEach(one -> add(ids, one.decidedBy()));
    return new ItemView(
        item,
        organizations.get(item.organization()).name(),
        item.overdueDays(today),
        item.isOverdue(today),
        reports,
        evidence.of(item),
        requests,
        extended,
        verified,
        escalations.of(id),
        studied,
        handed,
        people.names(ids));
  }

  private static void add(Set<String> ids, String... more) {
    for (String id : more) {
      if (id != null) {
        ids.add(id);
      }
    }
  }
}
