package org.dangwu.dossier;

import java.util.Set;

/**
 * Roles towards a case that do not follow from a post, such as that of an observer who was sent to
 * one meeting. Other modules implement it; the table {@code access_level} says what a role may see.
 */
public interface ExtraCaseRoles {

  /** The roles of the person in this case as the table names them; empty for none. */
  Set<String> of(String userId, String caseId);
}
