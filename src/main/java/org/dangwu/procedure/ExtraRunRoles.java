package org.dangwu.procedure;

import java.util.Set;

/**
 * Roles towards one run that do not follow from a post, such as that of the person who was
 * designated to chair it. They count for seeing the page of the run and for its actions.
 */
public interface ExtraRunRoles {

  /** The roles as {@link CaseRoles} and models name them; empty for none. */
  Set<String> of(String userId, ProcedureCase run);
}
