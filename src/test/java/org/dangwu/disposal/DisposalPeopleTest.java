package org.dangwu.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.dangwu.models.Proves;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.Membership;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Sanction;
import org.dangwu.worksheet.Choice;
import org.junit.jupiter.api.Test;

/** Who may be chosen to talk with a member whose disposal is prepared. */
class DisposalPeopleTest {

  private final Organizations organizations = mock(Organizations.class);
  private final People people = mock(People.class);
  private final DisposalPeople candidates =
      new DisposalPeople(null, null, null, organizations, people);

  @Proves("D04")
  @Test
  void nobodyTalksForTheBranchWhoIsHimselfOnProbationOrUnderInvestigation() {
    when(people.membersOf("B1"))
        .thenReturn(
            List.of(
                member("formal", MembershipStatus.FORMAL, true, Sanction.NONE, false),
                member("warned", MembershipStatus.FORMAL, true, Sanction.WARNING, false),
                member(
                    "onProbation",
                    MembershipStatus.FORMAL,
                    false,
                    Sanction.PROBATION_WITHIN_PARTY,
                    false),
                member("investigated", MembershipStatus.FORMAL, true, Sanction.NONE, true),
                member("probationary", MembershipStatus.PROBATIONARY, false, Sanction.NONE, false),
                member("concerned", MembershipStatus.FORMAL, true, Sanction.NONE, false)));
    when(people.findAll(any())).thenReturn(List.of());

    assertThat(candidates.talkers(disposal()))
        .extracting(Choice::value)
        .containsExactly("formal", "warned");
  }

  private static Disposal disposal() {
    return new Disposal(
        "d",
        "case",
        "B1",
        2026,
        "concerned",
        null,
        Disposal.State.OPEN,
        1,
        null,
        null,
        null,
        null,
        null);
  }

  private static Person member(
      String id, MembershipStatus status, boolean voting, Sanction sanction, boolean investigated) {
    return new Person(
        id,
        id,
        "男",
        null,
        null,
        new Membership(
            status,
            "B1",
            Relation.values()[0],
            null,
            voting,
            Mobility.values()[0],
            sanction,
            null,
            Circumstance.values()[0],
            investigated),
        null);
  }
}
