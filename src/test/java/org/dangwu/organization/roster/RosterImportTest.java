package org.dangwu.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dangwu.organization.roster.RosterSheet.ORGANIZATIONS;
import static org.dangwu.organization.roster.RosterSheet.PEOPLE;
import static org.dangwu.organization.roster.RosterSheet.POSITIONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.InitialPasswordIssued;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.PersonLeft;
import org.dangwu.organization.Role;
import org.dangwu.organization.account.FirstPasswords;
import org.dangwu.organization.roster.ImportJob.State;
import org.dangwu.organization.roster.ImportJob.Summary;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

@IntegrationTest
@Import(RosterImportTest.Trouble.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class RosterImportTest {

  private final RosterImports imports;
  private final ImportJobs jobs;
  private final Organizations organizations;
  private final People people;
  private final FirstPasswords passwords;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final TroubleMaker trouble;
  private final Clock clock;

  RosterImportTest(
      RosterImports imports,
      ImportJobs jobs,
      Organizations organizations,
      People people,
      FirstPasswords passwords,
      IdentityService identity,
      JdbcClient jdbc,
      TroubleMaker trouble,
      Clock clock) {
    this.imports = imports;
    this.jobs = jobs;
    this.organizations = organizations;
    this.people = people;
    this.passwords = passwords;
    this.identity = identity;
    this.jdbc = jdbc;
    this.trouble = trouble;
    this.clock = clock;
  }

  /** Fails at the very end of an import, when everything has been written already. */
  static final class TroubleMaker {

    private boolean active;
    private String lastPassword;

    @EventListener
    void personLeft(PersonLeft event) {
      if (active) {
        throw new IllegalStateException("trouble");
      }
    }

    @EventListener
    void passwordIssued(InitialPasswordIssued event) {
      lastPassword = event.userId();
    }
  }

  @TestConfiguration
  static class Trouble {

    @Bean
    TroubleMaker troubleMaker() {
      return new TroubleMaker();
    }
  }

  @BeforeEach
  void emptyRoster() {
    trouble.active = false;
    for (String table :
        new String[] {
          "organization_position",
          "organization_person",
          "organization_import_finding",
          "organization_import"
        }) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update organization_unit set superior = null").update();
    jdbc.sql("delete from organization_unit").update();
    identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
    identity.createGroupQuery().list().forEach(group -> identity.deleteGroup(group.getId()));
    identity.createTenantQuery().list().forEach(tenant -> identity.deleteTenant(tenant.getId()));
  }

  @Test
  void aFilledTemplateBecomesRosterUsersGroupsAndTenants() {
    ImportJob job = load(SampleRoster.sound());

    assertThat(job.state()).isEqualTo(State.DONE);
    assertThat(job.percent()).isEqualTo(100);
    assertThat(job.summary()).isEqualTo(new Summary(5, 0, 0, 3, 0, 0, 4, 0, 0));
    assertThat(organizations.leadingBody("B"))
        .extracting(LeadingMember::name)
        .containsExactly("甲一", "乙二");
    assertThat(organizations.get("Z").tenant()).isEqualTo("C");
    assertThat(organizations.get("B").tenant()).isEqualTo("B");
    User user = identity.createUserQuery().userId("a1").singleResult();
    assertThat(user.getFirstName()).isEqualTo("甲一");
    assertThat(user.getPassword()).isNull();
    assertThat(groups("a1")).containsExactlyInAnyOrder("principal-B", "partymember-Z");
    assertThat(tenants("a1")).containsExactlyInAnyOrder("B", "C");
    assertThat(groups("a3")).containsExactlyInAnyOrder("staff-CZZB", "clerk-C", "partymember-Z");
    assertThat(tenants("a3")).containsExactlyInAnyOrder("B", "C");
    assertThat(identity.createGroupQuery().groupId("principal-B").singleResult().getName())
        .isEqualTo("示例局党组·主要负责人");
    assertThat(stored("select count(*) from organization_import where workbook is not null"))
        .isZero();
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    String id = imports.upload("名册.xlsx", SampleRoster.sound().workbook(), "clerk");
    awaitEnd(id);

    assertThat(imports.find(id).orElseThrow().state()).isEqualTo(State.CHECKED);
    assertThat(organizations.all()).isEmpty();
    assertThat(identity.createUserQuery().count()).isZero();

    assertThat(imports.confirm(id)).isEmpty();
    awaitEnd(id);
    assertThat(imports.find(id).orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(organizations.all()).hasSize(5);
    assertThat(imports.confirm(id)).isPresent();
  }

  @Test
  void theSameWorkbookAgainHasNothingToChange() {
    load(SampleRoster.sound());
    ImportJob again = load(SampleRoster.sound());
    assertThat(again.state()).isEqualTo(State.REJECTED);
    assertThat(again.message()).startsWith("内容与名册一致");
  }

  @Test
  void aSecondImportUpdatesMovesAndLetsGo() {
    load(
        SampleRoster.sound()
            .organization("Y", "另一党支部", "党支部", "基层", "C", "5", "")
            .person("a4", "丁四", "预备党员", "Z"));
    identity.setUserInfo("a2", "note", "kept");

    ImportJob job =
        load(
            SampleRoster.empty()
                .organization("B", "示例管理局党组", "党组", "乡科级", "C", "3", "")
                .person("a1", "甲一", "正式党员", "Y")
                .person("a2", "乙二二", "正式党员", "Z")
                .person("a4", "丁四", "预备党员", "Z")
                .position("a2", "B", "主要负责人")
                .position("a1", "B", "主要负责人")
                .position("a2", "B", "班子成员")
                .set(PEOPLE, 3, "特殊情况", "借调")
                .set(PEOPLE, 4, "变动", "转出")
                .set(POSITIONS, 3, "变动", "离任")
                .set(POSITIONS, 4, "变动", "离任"));

    assertThat(job.state()).isEqualTo(State.DONE);
    assertThat(job.summary()).isEqualTo(new Summary(0, 1, 0, 0, 2, 1, 1, 0, 2));
    assertThat(imports.findings(job.id(), 50))
        .extracting(Finding::message)
        .contains(
            "编号“a2”的姓名由“乙二”改为“乙二二”。请核对编号没有错填到另一人名下。",
            "甲一由“示例局党支部”转到“另一党支部”。",
            "丁四离开名册（转出），任职同时结束，账号停用。")
        .anyMatch(message -> message.startsWith("名册中另有 1 人"));

    assertThat(organizations.get("B").name()).isEqualTo("示例管理局党组");
    assertThat(identity.createTenantQuery().tenantId("B").singleResult().getName())
        .isEqualTo("示例管理局党组");
    assertThat(identity.createGroupQuery().groupId("principal-B").singleResult().getName())
        .isEqualTo("示例管理局党组·主要负责人");
    assertThat(groups("a1")).containsExactly("partymember-Y");
    assertThat(tenants("a1")).containsExactly("C");
    assertThat(groups("a2")).containsExactlyInAnyOrder("principal-B", "partymember-Z");
    assertThat(people.find("a2").orElseThrow().membership().circumstance())
        .isEqualTo(Circumstance.SECONDED);
    assertThat(people.name("a2")).isEqualTo("乙二二");
    assertThat(identity.createUserQuery().userId("a4").count()).isZero();
    assertThat(people.find("a4").orElseThrow().leftOn()).isEqualTo(LocalDate.now(clock));
    assertThat(people.name("a4")).isEqualTo("丁四");
    assertThat(groups("a3")).contains("staff-CZZB");
  }

  @Test
  void aNumberWithAnotherNameDoesNotLeave() {
    load(SampleRoster.sound());
    ImportJob job =
        load(SampleRoster.empty().person("a2", "甲一", "正式党员", "Z").set(PEOPLE, 2, "变动", "转出"));
    assertThat(job.state()).isEqualTo(State.REJECTED);
    assertThat(imports.findings(job.id(), 10).get(0).message())
        .startsWith("编号“a2”的姓名是“乙二”，这里写的是“甲一”");
    assertThat(people.find("a2").map(Person::isActive)).contains(true);
  }

  @Test
  void whoLeavesLosesAllPostsAndMayReturn() {
    load(SampleRoster.sound());
    load(
        SampleRoster.empty()
            .person("a2", "乙二", "正式党员", "Z")
            .set(PEOPLE, 2, "变动", "转出")
            .set(PEOPLE, 2, "变动日期", LocalDate.now(clock).toString()));
    assertThat(organizations.leadingBody("B"))
        .extracting(LeadingMember::personId)
        .containsExactly("a1");
    assertThat(organizations.organizationsOf("a2")).isEmpty();

    ImportJob back =
        load(SampleRoster.empty().person("a2", "乙二", "正式党员", "Z").position("a2", "B", "班子成员"));
    assertThat(back.state()).isEqualTo(State.DONE);
    assertThat(people.find("a2").map(Person::isActive)).contains(true);
    assertThat(groups("a2")).contains("member-B");
    assertThat(organizations.leadingBody("B")).hasSize(2);
  }

  @Test
  void anOrganizationMovesWithAllBelowAndItsTenantsFollow() {
    load(
        SampleRoster.sound()
            .organization("D", "丁党委", "党委", "乡科级", "C", "6", "")
            .organization("E", "戊党委", "党委", "乡科级", "C", "7", "")
            .organization("F", "己党支部", "党支部", "基层", "E", "1", "")
            .person("a5", "戊五", "正式党员", "F")
            .position("a5", "D", "办公室"));
    assertThat(tenants("a5")).containsExactlyInAnyOrder("D", "E");

    load(SampleRoster.empty().organization("E", "戊党总支", "党总支", "乡科级", "D", "7", ""));

    assertThat(organizations.superiors("F"))
        .extracting(Organization::code)
        .containsExactly("E", "D", "C");
    assertThat(organizations.tenantOf("F")).isEqualTo("D");
    assertThat(tenants("a5")).containsExactly("D");
  }

  @Test
  void aDissolvedOrganizationMustBeEmptyFirst() {
    load(SampleRoster.sound());
    ImportJob refused =
        load(SampleRoster.empty().organization("Z", "示例局党支部", "党支部", "基层", "C", "4", "撤销"));
    assertThat(refused.state()).isEqualTo(State.REJECTED);
    assertThat(imports.findings(refused.id(), 10).get(0).message())
        .isEqualTo("“示例局党支部”仍有人员，不能撤销。请先在“人员”表中将其转到其他组织或者转出。");

    ImportJob top = load(SampleRoster.empty().organization("C", "示例县委", "党委", "县级", "", "1", "撤销"));
    assertThat(imports.findings(top.id(), 10).get(0).message()).contains("请先撤销下级组织");

    load(
        SampleRoster.empty()
            .position("a1", "B", "主要负责人")
            .position("a2", "B", "班子成员")
            .set(POSITIONS, 2, "变动", "离任")
            .set(POSITIONS, 3, "变动", "离任"));
    ImportJob done =
        load(SampleRoster.empty().organization("B", "示例局党组", "党组", "乡科级", "C", "3", "撤销"));
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(organizations.get("B").active()).isFalse();
    assertThat(organizations.below("C")).extracting(Organization::code).doesNotContain("B");
    assertThat(identity.createTenantQuery().tenantId("B").count()).isZero();
    assertThat(identity.createGroupQuery().groupId("principal-B").count()).isZero();
  }

  @Test
  void aFailureInTheMiddleLeavesNothingBehind() {
    load(SampleRoster.sound());
    trouble.active = true;

    ImportJob job =
        load(
            SampleRoster.empty()
                .organization("N", "新设党组", "党组", "乡科级", "C", "9", "")
                .person("a2", "乙二", "正式党员", "Z")
                .person("n1", "新一", "正式党员", "Z")
                .position("n1", "N", "主要负责人")
                .set(PEOPLE, 2, "变动", "转出"));

    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.message()).contains("名册没有任何改动").contains(job.id());
    assertThat(organizations.find("N")).isEmpty();
    assertThat(people.find("n1")).isEmpty();
    assertThat(people.find("a2").map(Person::isActive)).contains(true);
    assertThat(identity.createUserQuery().userId("n1").count()).isZero();
    assertThat(identity.createUserQuery().userId("a2").count()).isOne();
    assertThat(identity.createTenantQuery().tenantId("N").count()).isZero();
    assertThat(identity.createGroupQuery().groupId("principal-N").count()).isZero();

    trouble.active = false;
    assertThat(
            load(SampleRoster.empty().organization("N", "新设党组", "党组", "乡科级", "C", "9", "")).state())
        .isEqualTo(State.DONE);
  }

  @Test
  void aSystemAccountIsNeverTakenOver() {
    User admin = identity.newUser("admin");
    admin.setPassword("secret");
    identity.saveUser(admin);
    ImportJob job = load(SampleRoster.sound().person("admin", "冒名", "正式党员", "Z"));
    assertThat(job.state()).isEqualTo(State.REJECTED);
    assertThat(imports.findings(job.id(), 10).get(0).message()).contains("已用作系统账号");
    assertThat(identity.checkPassword("admin", "secret")).isTrue();
  }

  @Test
  void groupsGivenByOperatorsAreLeftAlone() {
    load(SampleRoster.sound());
    Group owners = identity.newGroup("process-owner");
    identity.saveGroup(owners);
    identity.createMembership("a1", "process-owner");
    load(SampleRoster.empty().person("a1", "甲一一", "正式党员", "Z"));
    assertThat(groups("a1")).contains("process-owner", "principal-B");
  }

  @Test
  void onlyOneImportWritesAtATime() throws Exception {
    String first = imports.upload("一.xlsx", SampleRoster.sound().workbook(), "clerk");
    awaitEnd(first);
    String second = imports.upload("二.xlsx", SampleRoster.sound().workbook(), "clerk");
    awaitEnd(second);
    assertThat(jobs.startWriting(first)).isTrue();
    assertThat(imports.confirm(second))
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("另一次导入正在进行"));
    jobs.failed(first, "中断。");
    assertThat(imports.confirm(second)).isEmpty();
    awaitEnd(second);
    assertThat(imports.find(second).orElseThrow().state()).isEqualTo(State.DONE);
  }

  @Test
  void aRosterThatChangedSinceTheDryRunStopsTheImport() throws Exception {
    String waiting = imports.upload("一.xlsx", SampleRoster.sound().workbook(), "clerk");
    awaitEnd(waiting);
    load(SampleRoster.empty().organization("C", "示例县委", "党委", "县级", "", "1", ""));
    assertThat(imports.confirm(waiting)).isEmpty();
    awaitEnd(waiting);
    ImportJob job = imports.find(waiting).orElseThrow();
    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.message()).startsWith("检查之后名册已有变化");
    assertThat(organizations.all()).hasSize(1);
  }

  @Test
  void rubbishOfTwentyMegabytesIsRefusedWithASentence() {
    ImportJob job = imports.importNow("rubbish.xlsx", new byte[20 * 1024 * 1024], "clerk");
    assertThat(job.state()).isEqualTo(State.REJECTED);
    assertThat(job.message()).startsWith("文件超过 10 MB");
    assertThat(stored("select count(*) from organization_import where workbook is not null"))
        .isZero();
  }

  @Test
  void anImportWhoseNodeVanishedIsGivenUpLater() throws Exception {
    String id = imports.upload("一.xlsx", SampleRoster.sound().workbook(), "clerk");
    awaitEnd(id);
    jobs.startWriting(id);
    jdbc.sql("update organization_import set updated_at = ? where id = ?")
        .params(
            java.sql.Timestamp.from(clock.instant().minus(java.time.Duration.ofMinutes(10))), id)
        .update();
    imports.tidy();
    ImportJob job = imports.find(id).orElseThrow();
    assertThat(job.state()).isEqualTo(State.FAILED);
    assertThat(job.message()).startsWith("系统曾经中断");
    assertThat(load(SampleRoster.sound()).state()).isEqualTo(State.DONE);
  }

  @Test
  void firstPasswordsAreRandomAndAnnouncedAndNotGivenOutsideTheOrganization() {
    load(SampleRoster.sound());
    var issued = passwords.issue("B", java.util.List.of("a1", "a3"), "a3", false);
    assertThat(issued).singleElement().satisfies(one -> assertThat(one.userId()).isEqualTo("a1"));
    assertThat(issued.get(0).password()).hasSize(12);
    assertThat(identity.checkPassword("a1", issued.get(0).password())).isTrue();
    assertThat(trouble.lastPassword).isEqualTo("a1");
    assertThat(stored("select count(*) from organization_password_issue where user_id = 'a1'"))
        .isPositive();
    assertThat(passwords.candidates("B"))
        .filteredOn(FirstPasswords.Candidate::hasPassword)
        .hasSize(1);
  }

  @Test
  void aClerkCannotResetThePasswordOfATechnicalAccount() {
    load(SampleRoster.sound());
    identity.saveGroup(identity.newGroup("camunda-admin"));
    identity.createMembership("a1", "camunda-admin");
    assertThat(passwords.issue("B", java.util.List.of("a1"), "a3", false)).isEmpty();
    assertThat(passwords.issue("B", java.util.List.of("a1"), "root", true)).hasSize(1);
  }

  @Test
  void aFutureTermGivesNoGroupYet() {
    load(
        SampleRoster.sound()
            .set(POSITIONS, 3, "任期开始", LocalDate.now(clock).plusDays(30).toString())
            .set(ORGANIZATIONS, 2, "排序", "2"));
    assertThat(groups("a2")).containsExactly("partymember-Z");
    assertThat(organizations.holders(Role.MEMBER, "B")).isEmpty();
  }

  private ImportJob load(SampleRoster roster) {
    return imports.importNow("名册.xlsx", roster.workbook(), "clerk");
  }

  private void awaitEnd(String id) throws InterruptedException {
    for (int i = 0; i < 600 && imports.find(id).orElseThrow().running(); i++) {
      Thread.sleep(50);
    }
  }

  private Set<String> groups(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
  }

  private Set<String> tenants(String user) {
    return identity.createTenantQuery().userMember(user).list().stream()
        .map(Tenant::getId)
        .collect(Collectors.toSet());
  }

  private int stored(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
