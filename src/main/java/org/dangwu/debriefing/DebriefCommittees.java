package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;

/** Committees that hear accounts and decide on the grades. */
public interface DebriefCommittees {

  /**
   * Who is due when the committee studies the grades (应到成员): its leading body, the principal first;
   * a committee without one, its secretary and committee members (C16).
   */
  List<Member> members(String organization);

  /** Its secretary (主要负责人、书记), who comments on the accounts; empty when nobody is registered. */
  default Optional<Member> secretary(String organization) {
    return secretaries(organization).stream().findFirst();
  }

  /** All who are registered as its secretary today, such as two while the post changes hands. */
  List<Member> secretaries(String organization);

  record Member(String personId, String name, String title) {}
}
