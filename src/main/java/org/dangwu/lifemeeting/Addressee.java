package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dangwu.procedure.RosterEntry;

/**
 * To whom an opinion is addressed (意见对象): the body, the theme of the meeting or one member.
 *
 * @param key {@code BODY}, {@code THEME} or {@code MEMBER:} with the user id
 */
record Addressee(String key) {

  static final Addressee BODY = new Addressee("BODY");
  static final Addressee THEME = new Addressee("THEME");

  private static final String MEMBER = "MEMBER:";

  static Addressee member(String personId) {
    return new Addressee(MEMBER + personId);
  }

  /** The addressee of that key, if the roster knows him. */
  static Optional<Addressee> of(String key, List<RosterEntry> due) {
    return all(due).stream().filter(known -> known.key.equals(key)).findFirst();
  }

  /** Body, theme, and the members in rank order. */
  static List<Addressee> all(List<RosterEntry> due) {
    return Stream.concat(
            Stream.of(BODY, THEME), due.stream().map(entry -> member(entry.personId())))
        .toList();
  }

  boolean isMember() {
    return key.startsWith(MEMBER);
  }

  /** User id of the member, empty for body and theme. */
  String personId() {
    return isMember() ? key.substring(MEMBER.length()) : "";
  }

  String label(List<RosterEntry> due) {
    if (equals(BODY)) {
      return "领导班子";
    }
    if (equals(THEME)) {
      return "会议主题";
    }
    return due.stream()
        .filter(entry -> entry.personId().equals(personId()))
        .map(RosterEntry::name)
        .findFirst()
        .orElse(personId());
  }
}
