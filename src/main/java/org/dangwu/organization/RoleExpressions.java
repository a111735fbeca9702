package org.dangwu.organization;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.engine.ModelBean;

/**
 * Names candidate groups in models, e.g. {@code ${roles.of('recorder', organization)}}. A role or
 * an office that does not exist stops the step with a sentence instead of giving the task to
 * nobody.
 */
@ModelBean("roles")
public class RoleExpressions {

  private final Organizations organizations;

  RoleExpressions(Organizations organizations) {
    this.organizations = organizations;
  }

  /** Those who hold the role in the organisation itself. */
  public String of(String role, String organization) {
    return role(role).group(organizations.get(organization).code());
  }

  /** Those who hold the role in the organisation's superior (上级组织). */
  public String superior(String role, String organization) {
    return role(role)
        .group(
            organizations
                .superior(organization)
                .orElseThrow(() -> missing(organization, "上级组织"))
                .code());
  }

  /** Staff of the organisation's own organisation department (本级组织部门). */
  public String organizationDepartment(String organization) {
    return own(organization, OrganizationKind.ORGANIZATION_DEPARTMENT);
  }

  /** Staff of the organisation's own discipline commission (本级纪检机关). */
  public String discipline(String organization) {
    return own(organization, OrganizationKind.DISCIPLINE_COMMISSION);
  }

  /** Staff of the superior's organisation department (上级党委组织部门). */
  public String superiorOrganizationDepartment(String organization) {
    return Role.STAFF.group(
        organizations
            .superiorOrganizationDepartment(organization)
            .orElseThrow(() -> missing(organization, "上级组织部门"))
            .code());
  }

  /** Staff of the superior's discipline commission (上级纪委). */
  public String superiorDiscipline(String organization) {
    return Role.STAFF.group(
        organizations
            .superiorDisciplineCommission(organization)
            .orElseThrow(() -> missing(organization, "上级纪检机关"))
            .code());
  }

  /** The branch committee (支委会): secretary and committee members; without one, the secretary. */
  public String branchCommittee(String organization) {
    return held(organizations.get(organization).code(), Role.SECRETARY, Role.COMMITTEE);
  }

  /** Those who do the daily work of the grass-roots committee (基层党委组织委员、组织干事). */
  public String baseOffice(String organization) {
    return Role.OFFICE.group(base(organization));
  }

  /**
   * The secretary of the grass-roots committee (基层党委书记); where the committee is a leading body, he
   * is registered as its principal.
   */
  public String baseSecretary(String organization) {
    return held(base(organization), Role.SECRETARY, Role.PRINCIPAL);
  }

  /**
   * Who organises a debriefing (组织部门): staff and head of the committee's own organisation
   * department, else its office.
   */
  public String organizers(String organization) {
    return organizations
        .organizers(organization)
        .map(department -> held(department.code(), Role.STAFF, Role.HEAD))
        .orElseGet(() -> Role.OFFICE.group(organizations.get(organization).code()));
  }

  /**
   * The secretary of a committee (党委书记、机关党委书记): its principal, or where it is no leading body its
   * secretary.
   */
  public String committeeSecretary(String organization) {
    return held(organizations.get(organization).code(), Role.PRINCIPAL, Role.SECRETARY);
  }

  /** Who keeps the record of a session: the recorder, else who organises it. */
  public String sessionRecorder(String organization) {
    return orOrganizers(Role.RECORDER, organization);
  }

  /** Who files a debriefing: the committee's archivist, else who organises it. */
  public String debriefArchivist(String organization) {
    return orOrganizers(Role.ARCHIVIST, organization);
  }

  private String orOrganizers(Role role, String organization) {
    return organizations.holders(role, organization).isEmpty()
        ? organizers(organization)
        : role.group(organization);
  }

  /**
   * The groups of those of these roles that somebody holds: a role nobody ever held has no group,
   * and Tasklist would show its bare id. Where nobody holds any, the first.
   */
  private String held(String organization, Role... roles) {
    List<String> groups =
        Stream.of(roles)
            .filter(role -> !organizations.holders(role, organization).isEmpty())
            .map(role -> role.group(organization))
            .toList();
    return groups.isEmpty() ? roles[0].group(organization) : String.join(",", groups);
  }

  /** The committee above a branch; a run of the committee itself names its own people. */
  private String base(String organization) {
    return organizations
        .baseCommittee(organization)
        .or(
            () ->
                organizations
                    .find(organization)
                    .filter(own -> own.kind() == OrganizationKind.COMMITTEE))
        .orElseThrow(() -> missing(organization, "基层党委"))
        .code();
  }

  private String own(String organization, OrganizationKind kind) {
    return Role.STAFF.group(
        organizations.children(organization).stream()
            .filter(child -> child.kind() == kind)
            .findFirst()
            .orElseThrow(() -> missing(organization, kind.label()))
            .code());
  }

  private UnknownOrganization missing(String organization, String what) {
    return new UnknownOrganization(
        "名册中没有登记“" + organizations.get(organization).name() + "”的" + what + "，请在组织名册中补全后再办理。");
  }

  private static Role role(String id) {
    return Role.ofId(id)
        .orElseThrow(() -> new UnknownOrganization("流程图中的角色“" + id + "”不存在，请流程管理员改正。"));
  }
}
