package org.dangwu.dossier.casefile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.ExtraCaseRoles;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.engine.Unrestricted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may see what: the table {@code access_level} by document type and role, plus what an open
 * task lends to the one who holds it. Drafts are seen only by those who write them.
 */
@Component
class CaseAccess {

  private static final Set<String> DEPARTMENT_ROLES = Set.of("staff", "head");
  private static final Set<String> SUPERIOR_ROLES = Set.of("principal", "office");

  /** What the people of the grass-roots committee are towards one of its branches. */
  private static final Map<String, String> BASE_ROLES =
      Map.of(
          "secretary", "baseSecretary",
          "principal", "baseSecretary",
          "office", "baseOffice",
          "archivist", "archivist");

  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final HeldTasks heldTasks;
  private final RuleTables rules;
  private final ObjectProvider<ExtraCaseRoles> extraRoles;

  CaseAccess(
      IdentityService identity,
      Unrestricted unrestricted,
      HeldTasks heldTasks,
      RuleTables rules,
      ObjectProvider<ExtraCaseRoles> extraRoles) {
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.heldTasks = heldTasks;
    this.rules = rules;
    this.extraRoles = extraRoles;
  }

  Viewer viewer(String user, CaseFacts facts) {
    Set<String> roles = roles(user, facts);
    extraRoles.orderedStream().forEach(extra -> roles.addAll(extra.of(user, facts.caseId())));
    return new Viewer(user, roles, heldTasks.of(user, facts.caseId()));
  }

  /** The level for one version. */
  AccessLevel level(Viewer viewer, DossierDocument version) {
    boolean author = viewer.userId().equals(version.author());
    if (viewer.writes(version.key())) {
      return AccessLevel.EXPORT;
    }
    AccessLevel level = AccessLevel.NONE;
    String type = version.key().type();
    for (String role : viewer.roles()) {
      level = level.or(rules.access(type, role));
    }
    if (author) {
      level = level.or(rules.access(type, "author"));
    }
    if (viewer.userId().equals(version.key().subject())) {
      level = level.or(rules.access(type, "subject"));
    }
    if (viewer.reads(version.key())) {
      level = level.or(AccessLevel.READ);
    }
    boolean draftOfOthers = !version.isFinal() && !author;
    return draftOfOthers && level.allows(AccessLevel.META) ? AccessLevel.META : level;
  }

  /** The level that the roles alone give for what is no document, such as the access log. */
  AccessLevel level(Viewer viewer, String type) {
    return viewer.roles().stream()
        .map(role -> rules.access(type, role))
        .reduce(AccessLevel.NONE, AccessLevel::or);
  }

  private Set<String> roles(String user, CaseFacts facts) {
    List<Group> groups =
        unrestricted.call(() -> identity.createGroupQuery().groupMember(user).list());
    Set<String> roles = new HashSet<>();
    for (Group group : groups) {
      int dash = group.getId().lastIndexOf('-');
      if (dash > 0) {
        String role = group.getId().substring(0, dash);
        String organization = group.getId().substring(dash + 1);
        addRole(roles, role, organization, facts);
      }
    }
    return roles;
  }

  private static void addRole(
      Set<String> roles, String role, String organization, CaseFacts facts) {
    if (organization.equals(facts.organization())) {
      roles.add(role.equals("deputy") ? "member" : role);
    }
    if (DEPARTMENT_ROLES.contains(role)) {
      if (Objects.equals(organization, facts.organizationDepartment())) {
        roles.add("orgDepartment");
      }
      if (Objects.equals(organization, facts.discipline())) {
        roles.add("discipline");
      }
    }
    if (SUPERIOR_ROLES.contains(role) && Objects.equals(organization, facts.superior())) {
      roles.add("superior");
    }
    if (organization.equals(facts.baseCommittee())) {
      String towardsBranch = BASE_ROLES.get(role);
      if (towardsBranch != null) {
        roles.add(towardsBranch);
      }
    }
  }
}
