package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;

/**
 * Who gives an account in a run (述职对象). Bean {@code debriefEntries} of the models.
 *
 * <p>Methods with an entry throw {@link IllegalArgumentException} when there is no such entry.
 */
public interface DebriefEntries {

  /** All entries, replaced and removed ones too, in their order; empty until they are frozen. */
  List<DebriefEntry> of(String caseId);

  /** Those who give an account, in their order. */
  List<DebriefEntry> active(String caseId);

  /** Those who receive a grade in this run, in their order (E25). */
  List<DebriefEntry> graded(String caseId);

  Optional<DebriefEntry> find(String entryId);

  /** The newest entry of the person that counts in the run: active, added or replaced. */
  Optional<DebriefEntry> ofPerson(String caseId, String personId);

  /** User ids of those who give an account, in their order. */
  default List<String> persons(String caseId) {
    return active(caseId).stream().map(DebriefEntry::personId).distinct().toList();
  }

  /** All entries of a person in all runs, newest run last. */
  List<DebriefEntry> ofPerson(String personId);

  /** User id of the secretary. */
  String person(String entryId);

  /** Code of the organisation whose secretary he is. */
  String organization(String entryId);

  String organizationName(String entryId);

  /**
   * YES when the secretary puts right what was found after the result, else NO: who left the post
   * does not (E25).
   */
  String needsList(String entryId);

  /** YES when anybody gives his account in writing, else NO: the routing fact hasWritten. */
  String hasWritten(String caseId);

  /** YES when anybody gives his account on site, else NO: the routing fact hasSession. */
  String hasSession(String caseId);

  /**
   * Lets a secretary give his account otherwise than planned (E26, E29).
   *
   * @param reason why, {@code null} when it is what his kind does anyway
   * @return the entry as it is now
   */
  DebriefEntry changeMode(String entryId, DebriefMode mode, String reason);
}
