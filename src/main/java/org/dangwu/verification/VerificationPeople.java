package org.dangwu.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dangwu.engine.ModelBean;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.worksheet.Choice;

/** Who takes part in a verification, and who may see it. */
@ModelBean("verificationPeople")
public class VerificationPeople {

  private static final Set<Role> OF_THE_BRANCH = Set.of(Role.SECRETARY, Role.COMMITTEE);
  private static final Set<Role> OF_THE_BASE =
      Set.of(Role.OFFICE, Role.SECRETARY, Role.PRINCIPAL, Role.COMMITTEE);

  private final VerificationRegister register;
  private final Organizations organizations;
  private final People people;

  VerificationPeople(VerificationRegister register, Organizations organizations, People people) {
    this.register = register;
    this.organizations = organizations;
    this.people = people;
  }

  /** The person whom it is about; he answers himself. */
  public String personConcerned(String verificationId) {
    return register.get(verificationId).personId();
  }

  /**
   * The investigators, the branch's committee, the grass-roots committee; the person concerned, in
   * whatever office, only once the findings were put to him.
   */
  boolean mayRead(Verification verification, String user) {
    if (user.equals(verification.personId())) {
      return verification.informedOn() != null;
    }
    return register.investigators(verification.id()).contains(user)
        || holds(user, Optional.of(verification.organization()), OF_THE_BRANCH)
        || holds(user, base(verification).map(Organization::code), OF_THE_BASE);
  }

  /** Formal members of the grass-roots committee and its branches, without the person himself. */
  List<Choice> investigators(Verification verification) {
    Stream<Organization> within =
        base(verification).stream()
            .flatMap(
                base -> Stream.concat(Stream.of(base), organizations.below(base.code()).stream()));
    return within
        .flatMap(
            organization ->
                people.membersOf(organization.code()).stream()
                    .filter(member -> mayInvestigate(member, verification))
                    .map(
                        member ->
                            new Choice(
                                member.id(), member.name() + "（" + organization.name() + "）")))
        .toList();
  }

  String name(String person) {
    return people.name(person);
  }

  String names(List<String> persons) {
    return String.join("、", persons.stream().map(people::name).toList());
  }

  private static boolean mayInvestigate(Person member, Verification verification) {
    // who is on probation within the party cannot look into others' conduct for it
    return member.membership().isFormal()
        && member.membership().votingRight()
        && !member.membership().investigated()
        && !member.id().equals(verification.personId());
  }

  private Optional<Organization> base(Verification verification) {
    return organizations.baseCommittee(verification.organization());
  }

  private boolean holds(String user, Optional<String> organization, Set<Role> roles) {
    return organization
        .filter(code -> organizations.rolesOf(user, code).stream().anyMatch(roles::contains))
        .isPresent();
  }
}
