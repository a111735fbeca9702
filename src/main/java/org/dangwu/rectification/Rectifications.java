package org.dangwu.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The items of all procedures, for other modules. Decides nothing about who may see them: callers
 * do.
 */
public interface Rectifications {

  Optional<RectificationItem> find(String itemId);

  /** Items listed in a run, in the order of their numbers. */
  List<RectificationItem> itemsOf(String caseId);

  /**
   * What was listed by a body in the years before this one and is still open, oldest first; the
   * next meeting opens with it (A21, E32).
   */
  List<RectificationItem> openItems(String organization, int beforeYear);

  /**
   * The same for one procedure alone, for example the list that a debriefing takes up (C04, C21).
   */
  List<RectificationItem> openItems(String organization, int beforeYear, String procedure);

  /** All items of these bodies, newest year first. */
  List<RectificationItem> ofOrganizations(Collection<String> organizations);

  /** Items listed by the body in this year, of all procedures (A35). */
  ClosingRate closingRate(String organization, int year);
}
