package org.dangwu.ballot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Those who may be chosen to count (监票人、计票人), by where they come from, nobody twice. */
public final class TellerList {

  private static final int PLACES = 4;

  private final UnaryOperator<String> name;
  private final Set<String> taken = new HashSet<>();
  private final List<Group> groups = new ArrayList<>();

  /**
   * @param name name of a person by his user id
   */
  public TellerList(UnaryOperator<String> name) {
    this.name = name;
  }

  /** From now on these cannot be offered, whatever else they are. */
  public TellerList bar(Collection<String> persons) {
    taken.addAll(persons);
    return this;
  }

  /** Offers those who are neither barred nor offered already. */
  public TellerList offer(String label, Collection<String> persons) {
    List<Choice> fresh =
        persons.stream().filter(taken::add).map(id -> new Choice(id, name.apply(id))).toList();
    if (!fresh.isEmpty()) {
      groups.add(new Group(label, fresh));
    }
    return this;
  }

  public List<Group> groups() {
    return List.copyOf(groups);
  }

  /** User ids of all who may be chosen. */
  public static Set<String> persons(List<Group> groups) {
    return groups.stream()
        .flatMap(group -> group.people().stream())
        .map(Choice::id)
        .collect(Collectors.toSet());
  }

  /** Those chosen so far on the places of a form, empty where nobody is. */
  public static List<String> places(List<String> chosen) {
    return IntStream.range(0, PLACES)
        .mapToObj(place -> place < chosen.size() ? chosen.get(place) : "")
        .toList();
  }

  /** People of one origin. */
  public record Group(String label, List<Choice> people) {}

  /** Somebody who may be chosen. */
  public record Choice(String id, String name) {}
}
