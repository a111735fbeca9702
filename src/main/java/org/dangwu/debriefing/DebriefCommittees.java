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
  Optional<Member> secretary(String organization);

  record Member(String personId, String name, String title) {}
}
