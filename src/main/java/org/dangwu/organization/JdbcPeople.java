package org.dangwu.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPeople implements People {

  /** Keeps the list of bind values well below what the databases take. */
  private static final int CHUNK = 500;

  private final JdbcClient jdbc;

  JdbcPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Person> find(String id) {
    return jdbc.sql("select " + Rows.PERSON + " from organization_person p where p.id = :id")
        .param("id", id)
        .query(Rows::person)
        .optional();
  }

  @Override
  public String name(String id) {
    return find(id).map(Person::name).orElse(id);
  }

  @Override
  public Map<String, String> names(Collection<String> ids) {
    Map<String, String> names = new LinkedHashMap<>();
    ids.forEach(id -> names.put(id, id));
    findAll(names.keySet()).forEach(person -> names.put(person.id(), person.name()));
    return names;
  }

  @Override
  public List<Person> findAll(Collection<String> ids) {
    return in("p.id in (:values)", ids);
  }

  @Override
  public List<Person> named(Collection<String> names) {
    return in("p.left_on is null and p.name in (:values)", names);
  }

  private List<Person> in(String condition, Collection<String> values) {
    List<String> wanted = values.stream().distinct().toList();
    List<Person> found = new ArrayList<>(wanted.size());
    for (int start = 0; start < wanted.size(); start += CHUNK) {
      found.addAll(
          jdbc.sql("select " + Rows.PERSON + " from organization_person p where " + condition)
              .param("values", wanted.subList(start, Math.min(start + CHUNK, wanted.size())))
              .query(Rows::person)
              .list());
    }
    return found;
  }

  @Override
  public List<Person> membersOf(String organization) {
    return jdbc.sql(
            "select "
                + Rows.PERSON
                + " from organization_person p where p.organization = :organization and p.left_on"
                + " is null order by p.id")
        .param("organization", organization)
        .query(Rows::person)
        .list();
  }
}
