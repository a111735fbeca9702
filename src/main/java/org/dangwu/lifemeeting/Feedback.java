package org.dangwu.lifemeeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is fed back (如实反馈, A09), made from the originals: word for word, or several of the same
 * tenor in one sentence that names their numbers. Nothing can be left out, because nothing is ever
 * typed anew.
 */
final class Feedback {

  private final List<Opinion> opinions;
  private final List<OpinionGroup> groups;

  Feedback(List<Opinion> opinions, List<OpinionGroup> groups) {
    this.opinions = opinions;
    this.groups = groups;
  }

  /** What the addressee is told, by the lowest number of each item. */
  List<Item> items(Addressee addressee) {
    List<Opinion> addressed =
        opinions.stream()
            .filter(opinion -> opinion.addressee().equals(addressee) && !opinion.isHandedOver())
            .toList();
    Stream<Item> single =
        addressed.stream()
            .filter(opinion -> opinion.groupId() == null)
            .map(opinion -> new Item(opinion.id(), null, List.of(opinion), opinion.text()));
    Stream<Item> grouped =
        groups.stream()
            .map(
                group ->
                    new Item(
                        null,
                        group.id(),
                        addressed.stream()
                            .filter(opinion -> group.id().equals(opinion.groupId()))
                            .toList(),
                        group.text()))
            .filter(item -> !item.opinions().isEmpty());
    return Stream.concat(single, grouped)
        .sorted((a, b) -> Integer.compare(a.first(), b.first()))
        .toList();
  }

  /** Numbers of the opinions that none of these addressees would be told. */
  Set<Integer> untold(List<Addressee> addressees) {
    Set<Integer> told =
        addressees.stream()
            .flatMap(addressee -> items(addressee).stream())
            .flatMap(item -> item.opinions().stream())
            .map(Opinion::number)
            .collect(Collectors.toSet());
    return opinions.stream()
        .filter(opinion -> !opinion.isHandedOver() && !told.contains(opinion.number()))
        .map(Opinion::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether anything was said to the addressee. */
  boolean concerns(Addressee addressee) {
    return !items(addressee).isEmpty();
  }

  /** The wording for the document, empty when nothing was said. */
  String text(Addressee addressee) {
    List<String> lines = new ArrayList<>();
    for (Item item : items(addressee)) {
      lines.add("〔%s〕%s%s".formatted(item.numbers(), item.text(), item.grouped() ? "（归并反馈）" : ""));
    }
    return String.join("\n", lines);
  }

  /**
   * One line of the feedback.
   *
   * @param opinionId the opinion fed back word for word, or null
   * @param groupId the group fed back as one, or null
   */
  public record Item(String opinionId, String groupId, List<Opinion> opinions, String text) {

    public boolean grouped() {
      return Objects.nonNull(groupId);
    }

    public String numbers() {
      return opinions.stream()
          .map(opinion -> String.valueOf(opinion.number()))
          .collect(Collectors.joining("、"));
    }

    public List<String> originals() {
      return opinions.stream()
          .map(opinion -> "〔" + opinion.number() + "〕" + opinion.text())
          .toList();
    }

    int first() {
      return opinions.get(0).number();
    }
  }
}
