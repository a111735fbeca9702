package org.dangwu.memberreview.outcome;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dangwu.engine.DecisionTables;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.personnel.PersonnelMaterial;
import org.dangwu.personnel.PersonnelRegister;
import org.dangwu.personnel.PersonnelTarget;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * Enters what goes into personal files, by the table {@code archive_target} (B27). Asked again when
 * something new is known of a member, it enters what has been added.
 */
@Component
class PersonalFiles {

  private static final String TABLE = "archive_target";

  /** Posts of cadres, who have a personnel file besides the member file. */
  private static final Set<Role> CADRES =
      Set.of(
          Role.PRINCIPAL,
          Role.DEPUTY,
          Role.MEMBER,
          Role.STAFF,
          Role.HEAD,
          Role.OFFICE,
          Role.RECORDER);

  private final PraiseBook praises;
  private final FollowUps followUps;
  private final PersonnelRegister register;
  private final DecisionTables tables;
  private final People people;
  private final Organizations organizations;

  PersonalFiles(
      PraiseBook praises,
      FollowUps followUps,
      PersonnelRegister register,
      DecisionTables tables,
      People people,
      Organizations organizations) {
    this.praises = praises;
    this.followUps = followUps;
    this.register = register;
    this.tables = tables;
    this.people = people;
    this.organizations = organizations;
  }

  void enter(Item item) {
    List<Map<String, Object>> targets =
        tables.evaluate(
            TABLE,
            Map.of(
                "grade",
                item.finalGrade().name(),
                "titled",
                praises.find(item.itemId()).filter(p -> !p.title().isEmpty()).isPresent(),
                "disposed",
                followUps.disposal(item.itemId()).isPresent(),
                "punished",
                punished(item.personId()),
                "hasPersonnelFile",
                cadre(item.personId())));
    for (Map<String, Object> row : targets) {
      PersonnelTarget target = PersonnelTarget.valueOf(Objects.toString(row.get("personnelFile")));
      if (target != PersonnelTarget.NONE) {
        register.enter(material(item, target, row));
      }
    }
  }

  private static PersonnelMaterial material(
      Item item, PersonnelTarget target, Map<String, Object> row) {
    return new PersonnelMaterial(
        item.itemId(),
        item.caseId(),
        item.organization(),
        item.year(),
        ProcedureKind.MEMBER_REVIEW.label(),
        item.organization(),
        item.personId(),
        item.personName(),
        item.order(),
        target,
        Objects.toString(row.get("personnelClass"), ""),
        "",
        Objects.toString(row.get("note"), ""),
        false);
  }

  private boolean punished(String person) {
    return people
        .find(person)
        .filter(found -> found.membership().sanction() != Sanction.NONE)
        .isPresent();
  }

  private boolean cadre(String person) {
    return organizations.positionsOf(person).stream()
        .anyMatch(position -> CADRES.contains(position.role()));
  }
}
