package org.dangwu.lifemeeting;

import java.time.LocalDate;
import org.dangwu.dossier.Secrecy;

/**
 * One talk (谈心谈话, F-A3).
 *
 * @param counterpart the other member's user id, the unit's name, or who asked for the talk
 * @param topics topics only, never what was said
 */
record Talk(
    String id,
    TalkKind kind,
    String personId,
    String counterpart,
    LocalDate day,
    String place,
    String topics,
    Secrecy secrecy) {

  /** Whether these two members talked with each other, whoever began. */
  boolean between(String one, String other) {
    return kind == TalkKind.MEMBERS
        && (personId.equals(one) && counterpart.equals(other)
            || personId.equals(other) && counterpart.equals(one));
  }

  boolean with(UnitInCharge unit) {
    return kind == TalkKind.UNIT
        && personId.equals(unit.personId())
        && counterpart.equals(unit.unitName());
  }
}
