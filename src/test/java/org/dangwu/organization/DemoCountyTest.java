package org.dangwu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@TestConstructor(autowireMode = AutowireMode.ALL)
class DemoCountyTest {

  private final Organizations organizations;
  private final People people;
  private final DemoPersons demoPersons;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final ApplicationContext context;

  DemoCountyTest(
      Organizations organizations,
      People people,
      DemoPersons demoPersons,
      IdentityService identity,
      JdbcClient jdbc,
      ApplicationContext context) {
    this.organizations = organizations;
    this.people = people;
    this.demoPersons = demoPersons;
    this.identity = identity;
    this.jdbc = jdbc;
    this.context = context;
  }

  @Test
  void theCountyHasTheSizeThatWasPromised() {
    List<Organization> all = organizations.all();
    assertThat(all.get(0).code()).isEqualTo("YL");
    assertThat(all).filteredOn(unit -> unit.code().matches("YL\\d\\d")).hasSize(12);
    assertThat(all)
        .filteredOn(unit -> unit.kind() == OrganizationKind.COMMITTEE)
        .filteredOn(unit -> unit.level() == OrganizationLevel.GRASSROOTS)
        .hasSize(8);
    assertThat(all).filteredOn(unit -> unit.kind() == OrganizationKind.BRANCH).hasSize(41);
    assertThat(count("select count(*) from organization_person")).isEqualTo(695);
  }

  @Test
  void everyLeadingBodyHasFiveToNineMembersWithThePrincipalFirst() {
    for (int number = 1; number <= 12; number++) {
      List<LeadingMember> body = organizations.leadingBody("YL%02d".formatted(number));
      assertThat(body).hasSizeBetween(5, 9);
      assertThat(body.get(0).principal()).isTrue();
      assertThat(body.subList(1, body.size())).noneMatch(LeadingMember::principal);
    }
    assertThat(organizations.leadingBody("YL01")).hasSize(7);
  }

  @Test
  void everySpecialStatusOccurs() {
    Set<MembershipStatus> statuses = EnumSet.noneOf(MembershipStatus.class);
    Set<Mobility> mobilities = EnumSet.noneOf(Mobility.class);
    Set<Sanction> sanctions = EnumSet.noneOf(Sanction.class);
    Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    boolean investigated = false;
    for (String id : jdbc.sql("select id from organization_person").query(String.class).list()) {
      Membership membership = people.find(id).orElseThrow().membership();
      statuses.add(membership.status());
      mobilities.add(membership.mobility());
      sanctions.add(membership.sanction());
      circumstances.add(membership.circumstance());
      relations.add(membership.relation());
      investigated |= membership.investigated();
      assertThat(membership.votingRight())
          .isEqualTo(
              membership.isFormal() && membership.sanction() != Sanction.PROBATION_WITHIN_PARTY);
    }
    assertThat(statuses).containsExactlyInAnyOrder(MembershipStatus.values());
    assertThat(mobilities).containsExactlyInAnyOrder(Mobility.values());
    assertThat(sanctions).containsExactlyInAnyOrder(Sanction.values());
    assertThat(circumstances).containsExactlyInAnyOrder(Circumstance.values());
    assertThat(relations).containsExactlyInAnyOrder(Relation.values());
    assertThat(investigated).isTrue();
  }

  @Test
  void whatWasAddedLeavesThePeopleBeforeAsTheyWere() {
    assertThat(people.name("p0001") + people.name("p0300") + people.name("p0600"))
        .isEqualTo("张松兰滕佳杰贺兴山");
    assertThat(people.membersOf("YL0904")).extracting(Person::id).last().isEqualTo("p0651");
  }

  @Test
  void thirtyFourSecretariesGiveTheCountyCommitteeAnAccount() {
    List<Organization> below =
        organizations.children("YL").stream()
            .filter(unit -> unit.kind().hasLeadingBody())
            .filter(unit -> unit.kind() != OrganizationKind.DISCIPLINE_COMMISSION)
            .toList();
    assertThat(below).hasSize(34);
    assertThat(below)
        .allSatisfy(
            unit ->
                assertThat(
                        organizations.holders(Role.PRINCIPAL, unit.code()).size()
                            + organizations.holders(Role.SECRETARY, unit.code()).size())
                    .as(unit.name())
                    .isEqualTo(1));
    assertThat(below)
        .filteredOn(unit -> unit.unitType() == UnitType.TOWN)
        .as("towns and townships")
        .hasSize(12);
    assertThat(below)
        .extracting(Organization::unitType)
        .contains(
            UnitType.AGENCY, UnitType.STATE_ENTERPRISE, UnitType.UNIVERSITY, UnitType.HOSPITAL)
        .doesNotContain(UnitType.OTHER);
  }

  @Test
  void theCommitteesAddedForTheDebriefingHoldNoLifeMeeting() {
    assertThat(organizations.children("YL"))
        .filteredOn(unit -> unit.code().matches("YL[XBQGY]\\d\\d"))
        .hasSize(21)
        .allSatisfy(
            unit -> {
              assertThat(organizations.leadingBody(unit.code())).isEmpty();
              assertThat(organizations.holders(Role.OFFICE, unit.code())).hasSize(1);
            });
  }

  @Test
  void theWorkCommitteeOfTheOfficesHasHandsForADebriefing() {
    for (Role role : List.of(Role.PRINCIPAL, Role.RECORDER, Role.OFFICE, Role.ARCHIVIST)) {
      assertThat(organizations.holders(role, "YLGW")).as(role.label()).hasSize(1);
    }
  }

  @Test
  void oneBranchHasTwentyThreeFormalMembersAndOneOfEachKindThatDiffers() {
    List<Membership> members = people.membersOf("YL0904").stream().map(Person::membership).toList();
    assertThat(members).hasSize(27);
    assertThat(members).filteredOn(m -> m.status() == MembershipStatus.PROBATIONARY).hasSize(2);
    assertThat(members).filteredOn(m -> m.mobility() == Mobility.AWAY).hasSize(1);
    assertThat(members).filteredOn(m -> m.sanction() == Sanction.PROBATION_WITHIN_PARTY).hasSize(1);
    assertThat(members)
        .filteredOn(
            m -> m.isFormal() && m.mobility() == Mobility.NONE && m.sanction() == Sanction.NONE)
        .hasSize(23);
    assertThat(organizations.holders(Role.COMMITTEE, "YL0904")).hasSize(4);
    assertThat(organizations.holders(Role.GROUP_LEADER, "YL0904")).hasSize(2);
    assertThat(organizations.baseCommittee("YL0904").orElseThrow().code()).isEqualTo("YL09");
  }

  @Test
  void everyGrassRootsCommitteeHasSomebodyForEachStepOfAReview() {
    for (int number = 1; number <= 8; number++) {
      String committee = "YLJ0" + number;
      for (Role role : List.of(Role.SECRETARY, Role.OFFICE, Role.ARCHIVIST)) {
        assertThat(organizations.holders(role, committee)).as(committee + role).hasSize(1);
      }
      assertThat(organizations.leadingBody(committee)).isEmpty();
    }
  }

  @Test
  void aBranchMemberReachesTheRunsOfHisBranchAndNoOthers() {
    String member = people.membersOf("YL0904").get(20).id();
    assertThat(groups(member)).contains("partymember-YL0904");
    assertThat(tenants(member)).containsExactly("YL09");
    String office = organizations.holders(Role.OFFICE, "YLJ01").get(0);
    assertThat(groups(office)).contains("office-YLJ01");
    assertThat(tenants(office)).containsExactly("YLJ01");
  }

  @Test
  void groupsAndTenantsFollowRolesAndSuperiors() {
    String recorder = organizations.holders(Role.RECORDER, "YL01").get(0);
    assertThat(groups(recorder)).contains("recorder-YL01", "partymember-YLJ0101");
    assertThat(tenants(recorder)).containsExactlyInAnyOrder("YL01", "YLJ01");

    String staff = organizations.holders(Role.STAFF, "YLZZB").get(0);
    assertThat(groups(staff)).contains("staff-YLZZB");
    assertThat(tenants(staff)).contains("YL", "YL01", "YL12", "YLGW", "YLJ01", "YLJ08");

    String discipline = organizations.holders(Role.STAFF, "YLJW").get(0);
    assertThat(tenants(discipline)).contains("YL", "YL01", "YL12");
  }

  @Test
  void superiorsAreFoundFromAnyDepth() {
    assertThat(organizations.superiorOrganizationDepartment("YL01").orElseThrow().code())
        .isEqualTo("YLZZB");
    assertThat(organizations.superiorDisciplineCommission("YLJ0101").orElseThrow().code())
        .isEqualTo("YLJW");
    assertThat(organizations.superiors("YLJ0101"))
        .extracting(Organization::code)
        .containsExactly("YLJ01", "YLGW", "YL");
    assertThat(organizations.tenantOf("YLJ0101")).isEqualTo("YLJ01");
    assertThat(organizations.tenantOf("YLZZB")).isEqualTo("YL");
    assertThat(organizations.superiorOrganizationDepartment("YL")).isEmpty();
  }

  @Test
  void everyDemoPersonCanSignInWithTheShownPassword() {
    assertThat(demoPersons.list()).hasSizeGreaterThanOrEqualTo(13);
    demoPersons
        .list()
        .forEach(
            person ->
                assertThat(identity.checkPassword(person.userId(), "demo"))
                    .as(person.toString())
                    .isTrue());
    assertThat(groups(demoPersons.withSystemGroup().get("camunda-admin")))
        .contains("camunda-admin");
  }

  @Test
  void anotherStartAddsNothing() throws Exception {
    int imports = count("select count(*) from organization_import");
    long users = identity.createUserQuery().count();
    ApplicationRunner loader =
        (ApplicationRunner)
            Arrays.stream(context.getBeanNamesForType(ApplicationRunner.class))
                .filter(name -> name.equals("demoLoader"))
                .map(context::getBean)
                .findFirst()
                .orElseThrow();
    loader.run(new DefaultApplicationArguments());
    assertThat(count("select count(*) from organization_import")).isEqualTo(imports);
    assertThat(identity.createUserQuery().count()).isEqualTo(users);
  }

  @Test
  void namesAreSingleSoThatNobodyIsMistaken() {
    List<String> names =
        identity.createUserQuery().unlimitedList().stream().map(User::getFirstName).toList();
    assertThat(names).doesNotHaveDuplicates();
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

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
