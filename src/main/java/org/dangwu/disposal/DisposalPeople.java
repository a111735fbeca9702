package org.dangwu.disposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dangwu.engine.ModelBean;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.worksheet.Choice;

/** Who takes part in a disposal, who counts as due, and who may see it. */
@ModelBean("disposalPeople")
public class DisposalPeople {

  private static final Set<Role> OF_THE_BRANCH = Set.of(Role.SECRETARY, Role.COMMITTEE);
  private static final Set<Role> OF_THE_BASE =
      Set.of(Role.OFFICE, Role.SECRETARY, Role.PRINCIPAL, Role.COMMITTEE);
  private static final Set<Role> OF_A_DEPARTMENT = Set.of(Role.STAFF, Role.HEAD);

  private final DisposalRegister register;
  private final ProposalBook proposals;
  private final AppealBook appeals;
  private final Organizations organizations;
  private final People people;

  DisposalPeople(
      DisposalRegister register,
      ProposalBook proposals,
      AppealBook appeals,
      Organizations organizations,
      People people) {
    this.register = register;
    this.proposals = proposals;
    this.appeals = appeals;
    this.organizations = organizations;
    this.people = people;
  }

  /** The person whom it is about. */
  public String personConcerned(String disposalId) {
    return register.get(disposalId).personId();
  }

  /**
   * The branch's committee, the grass-roots committee, those who talk with the person; the
   * superior's organisation department where it has to answer; the person concerned, in whatever
   * office, once he was told.
   */
  boolean mayRead(Disposal disposal, String user) {
    if (user.equals(disposal.personId())) {
      return disposal.informedOn() != null;
    }
    return holds(user, Optional.of(disposal.organization()), OF_THE_BRANCH)
        || holds(user, base(disposal).map(Organization::code), OF_THE_BASE)
        || proposals.talks(disposal.id(), user)
        || (reachesSuperior(disposal)
            && holds(
                user,
                organizations
                    .superiorOrganizationDepartment(disposal.organization())
                    .map(Organization::code),
                OF_A_DEPARTMENT));
  }

  boolean hasCommittee(Disposal disposal) {
    return !organizations.holders(Role.COMMITTEE, disposal.organization()).isEmpty();
  }

  /** Formal members of the branch with the right to vote: those who are due (D05). */
  List<Person> voters(Disposal disposal) {
    return people.membersOf(disposal.organization()).stream()
        .filter(member -> member.membership().status() == MembershipStatus.FORMAL)
        .filter(member -> member.membership().votingRight())
        .toList();
  }

  /**
   * Formal members of the branch and people of the grass-roots committee, never the person, nor who
   * is himself on probation within the party or under investigation (D04).
   */
  List<Choice> talkers(Disposal disposal) {
    return Stream.concat(
            people.membersOf(disposal.organization()).stream(),
            people.findAll(baseHolders(disposal)).stream())
        .filter(Person::isActive)
        .filter(member -> member.membership().isFormal())
        .filter(member -> member.membership().votingRight())
        .filter(member -> !member.membership().investigated())
        .filter(member -> !member.id().equals(disposal.personId()))
        .distinct()
        .map(member -> new Choice(member.id(), member.name()))
        .toList();
  }

  /** Formal members who may be proposed not to be counted. */
  List<Choice> countable(Disposal disposal) {
    return voters(disposal).stream()
        .filter(member -> !member.id().equals(disposal.personId()))
        .map(member -> new Choice(member.id(), member.name()))
        .toList();
  }

  /** Whom the grass-roots committee can send to the assembly. */
  List<Choice> representatives(Disposal disposal) {
    return people.findAll(baseHolders(disposal)).stream()
        .filter(one -> !one.id().equals(disposal.personId()))
        .map(one -> new Choice(one.id(), one.name()))
        .toList();
  }

  String name(String person) {
    return people.name(person);
  }

  private List<String> baseHolders(Disposal disposal) {
    return base(disposal).stream()
        .flatMap(
            base ->
                Stream.of(Role.SECRETARY, Role.PRINCIPAL, Role.COMMITTEE, Role.OFFICE)
                    .flatMap(role -> organizations.holders(role, base.code()).stream()))
        .distinct()
        .toList();
  }

  private Optional<Organization> base(Disposal disposal) {
    return organizations.baseCommittee(disposal.organization());
  }

  private boolean reachesSuperior(Disposal disposal) {
    return !appeals.of(disposal.id()).isEmpty()
        || (disposal.informedOn() != null
            && disposal.measure() != null
            && disposal.measure().needsSuperiorReview());
  }

  private boolean holds(String user, Optional<String> organization, Set<Role> roles) {
    return organization
        .filter(code -> organizations.rolesOf(user, code).stream().anyMatch(roles::contains))
        .isPresent();
  }
}
