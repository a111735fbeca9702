package org.dangwu.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dangwu.organization.Organization;

/**
 * What one kind of procedure asks of its start. That the organisation exists, that the year is near
 * and that it is started only once is checked for all kinds alike.
 */
public interface StartRule {

  ProcedureKind kind();

  /**
   * Whether this person may start it for this organisation, and whether all is there that the run
   * needs.
   *
   * @param userId who starts, or null when the application itself does
   */
  StartCheck check(Organization organization, int year, String userId);

  /**
   * Organisations for which the home page (工作台) offers the start to this person, also when {@link
   * #check} then says why not yet.
   */
  List<Organization> offeredTo(String userId);

  /**
   * Names of the routing facts, besides organisation and year, that this person may hand in at the
   * start; every other name is refused.
   */
  Set<String> facts(Organization organization, String userId);

  /**
   * Routing facts that are known when a run starts and that nobody hands in.
   *
   * @param special whether the run is held for a particular occasion
   */
  default Map<String, Object> knownFacts(Organization organization, boolean special) {
    return Map.of();
  }

  /** The year for which the home page offers the start. */
  default int offeredYear(int thisYear) {
    return thisYear;
  }

  /** One sentence for the home page about when and how it is held. */
  String hint(Organization organization, int year);

  /**
   * Path of a page of the application where the start is filled in, without the query {@code
   * organization} and {@code year} that is added to it; empty when the home page itself asks for
   * the day of the meeting.
   */
  default Optional<String> page() {
    return Optional.empty();
  }

  /**
   * Path of the page where this person may call for a special run (专题), empty when he may for
   * nobody.
   */
  default Optional<String> specialPage(String userId) {
    return Optional.empty();
  }
}
