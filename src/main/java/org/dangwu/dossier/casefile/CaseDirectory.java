package org.dangwu.dossier.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the case file needs to know of the procedures and organisations around it. */
interface CaseDirectory {

  /** The case, or empty when there is none with this id. */
  Optional<CaseFacts> find(String caseId);

  /** Names of people by user id; unknown ids stand for themselves. */
  Map<String, String> names(Collection<String> userIds);

  /**
   * Names of those who hold a role towards the case, as the table {@code access_level} names it.
   */
  List<String> holders(CaseFacts facts, String role);

  /** Names of the people of the body and of all organisations below it. */
  Set<String> people(CaseFacts facts);

  /** The frozen roster (名册) of the case in rank order, as rows for sign-in sheets. */
  List<RosterRow> roster(String caseId);

  /** Name of an organisation; empty without a code. */
  String organizationName(String code);

  /**
   * The organisation that signs what this person wrote (落款): the body's own, its superior, or the
   * department he works in.
   */
  String signatory(CaseFacts facts, String author);

  /** The public facts that official documents repeat: theme and date of the meeting. */
  Map<String, Object> variables(String caseId);

  /**
   * @param caseId id
   * @param title such as 县教育局党组2026年度民主生活会
   * @param organization code of the body that holds the procedure
   * @param organizationName its name
   * @param year year
   * @param processInstanceId root instance
   * @param superior code of the superior organisation, or null at the top
   * @param organizationDepartment code of the superior's organisation department, or null
   * @param discipline code of the superior's discipline commission, or null
   * @param baseCommittee code of the grass-roots committee (基层党委) when the body is a branch, or
   *     null
   */
  record CaseFacts(
      String caseId,
      String title,
      String meeting,
      String organization,
      String organizationName,
      int year,
      String processInstanceId,
      String superior,
      String organizationDepartment,
      String discipline,
      String baseCommittee) {}

  /** A person of the roster. */
  record RosterRow(int no, String name, String title) {}
}
