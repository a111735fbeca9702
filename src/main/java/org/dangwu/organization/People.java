package org.dangwu.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people of the roster. */
public interface People {

  /** Also finds people who have left. */
  Optional<Person> find(String id);

  /** Name, or the id itself for system accounts that are not in the roster. */
  String name(String id);

  /** Names by ids; system accounts appear with their id as name. */
  Map<String, String> names(Collection<String> ids);

  List<Person> findAll(Collection<String> ids);

  /** Active people who bear one of these names; people of the same name all of them. */
  List<Person> named(Collection<String> names);

  /** Active people whose relation is kept by the organisation, by id. */
  List<Person> membersOf(String organization);
}
