package org.dangwu.debriefing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.springframework.stereotype.Component;

/**
 * People as organisers type them: names one after another, with the number of the person behind a
 * name that several bear.
 */
@Component("debriefNames")
class NameList {

  private static final Pattern WITH_NUMBER = Pattern.compile("(.+?)[（(]([A-Za-z0-9]{1,32})[）)]");
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]{1,32}");

  private final People people;
  private final DebriefSentences sentences;

  NameList(People people, DebriefSentences sentences) {
    this.people = people;
    this.sentences = sentences;
  }

  /**
   * @param mistakes one sentence for each name that does not lead to one person
   */
  record Named(List<String> persons, List<String> mistakes) {}

  Named read(String typed) {
    List<String> tokens =
        Arrays.stream(typed.split("[、,，;；\\s]+"))
            .map(String::strip)
            .filter(token -> !token.isEmpty())
            .distinct()
            .toList();
    Map<String, List<Person>> byName =
        people
            .named(
                tokens.stream()
                    .filter(t -> !NUMBER.matcher(t).matches())
                    .map(NameList::name)
                    .toList())
            .stream()
            .collect(Collectors.groupingBy(Person::name, LinkedHashMap::new, Collectors.toList()));
    Set<String> persons = new LinkedHashSet<>();
    List<String> mistakes = new ArrayList<>();
    for (String token : tokens) {
      List<Person> found = found(token, byName);
      if (found.size() == 1) {
        persons.add(found.get(0).id());
      } else if (found.isEmpty()) {
        mistakes.add(sentences.say("plan.nobody", token));
      } else {
        mistakes.add(
            sentences.say(
                "plan.several",
                token,
                found.size(),
                found.stream()
                    .map(p -> p.name() + "（" + p.id() + "）")
                    .collect(Collectors.joining("、"))));
      }
    }
    return new Named(List.copyOf(persons), mistakes);
  }

  /** The names as they could be typed. */
  String write(Collection<String> persons) {
    Map<String, String> names = people.names(persons);
    Map<String, Long> bearers =
        people.named(names.values()).stream()
            .collect(Collectors.groupingBy(Person::name, Collectors.counting()));
    return persons.stream()
        .map(
            id -> {
              String name = names.getOrDefault(id, id);
              return bearers.getOrDefault(name, 1L) > 1 ? name + "（" + id + "）" : name;
            })
        .collect(Collectors.joining("、"));
  }

  private List<Person> found(String token, Map<String, List<Person>> byName) {
    if (NUMBER.matcher(token).matches()) {
      return people.find(token).filter(Person::isActive).stream().toList();
    }
    Matcher numbered = WITH_NUMBER.matcher(token);
    List<Person> sameName = byName.getOrDefault(name(token), List.of());
    return numbered.matches()
        ? sameName.stream().filter(person -> person.id().equals(numbered.group(2))).toList()
        : sameName;
  }

  private static String name(String token) {
    Matcher numbered = WITH_NUMBER.matcher(token);
    return numbered.matches() ? numbered.group(1) : token;
  }
}
