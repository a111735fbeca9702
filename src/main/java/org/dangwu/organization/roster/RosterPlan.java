package org.dangwu.organization.roster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Person;
import org.dangwu.organization.roster.RosterState.StoredPosition;

/** What an import will change, nothing else. */
final class RosterPlan {

  /** In tree order, superiors first. */
  final List<Organization> unitsAdded = new ArrayList<>();

  /** Changed by a row of the workbook. */
  final List<Organization> unitsChanged = new ArrayList<>();

  /** Moved to another path or tenant because a superior moved. */
  final List<Organization> unitsCarried = new ArrayList<>();

  final List<Organization> unitsDissolved = new ArrayList<>();

  final List<Person> peopleAdded = new ArrayList<>();
  final List<Person> peopleReturned = new ArrayList<>();
  final List<Person> peopleChanged = new ArrayList<>();
  final List<Leaver> peopleLeft = new ArrayList<>();

  final List<StoredPosition> positionsAdded = new ArrayList<>();
  final List<StoredPosition> positionsChanged = new ArrayList<>();
  final List<StoredPosition> positionsEnded = new ArrayList<>();

  record Leaver(Person person, String reason) {}

  boolean isEmpty() {
    return steps() == 0;
  }

  /** Rows that the writer counts while it works. */
  int steps() {
    return unitsAdded.size()
        + unitsChanged.size()
        + unitsCarried.size()
        + unitsDissolved.size()
        + peopleAdded.size()
        + peopleReturned.size()
        + peopleChanged.size()
        + peopleLeft.size()
        + positionsAdded.size()
        + positionsChanged.size()
        + positionsEnded.size();
  }

  /** True when tenants of people who are not in the workbook may change. */
  boolean movesUnits() {
    return !unitsChanged.isEmpty() || !unitsCarried.isEmpty() || !unitsDissolved.isEmpty();
  }

  /** People whose account may have to change. */
  Set<String> touchedPeople() {
    Set<String> ids = new LinkedHashSet<>();
    peopleAdded.forEach(person -> ids.add(person.id()));
    peopleReturned.forEach(person -> ids.add(person.id()));
    peopleChanged.forEach(person -> ids.add(person.id()));
    peopleLeft.forEach(leaver -> ids.add(leaver.person().id()));
    for (List<StoredPosition> list : List.of(positionsAdded, positionsChanged, positionsEnded)) {
      list.forEach(stored -> ids.add(stored.position().personId()));
    }
    return ids;
  }
}
