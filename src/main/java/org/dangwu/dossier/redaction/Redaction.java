package org.dangwu.dossier.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a draft that is to be published with confidential texts (脱密核对, A30): runs of characters
 * that both share, members' names beside words of criticism, names of those who gave opinions,
 * numbers of identity cards and telephones. Takes time in proportion to the length of all texts.
 */
public final class Redaction {

  private static final String SENTENCE_ENDS = "。！？!?；;\n";
  private static final String CLAUSE_ENDS = SENTENCE_ENDS + "，,、：:";
  private static final long BASE = 1_000_003L;

  /** Numbers of identity cards and mobile telephones. */
  private static final Pattern PERSONAL =
      Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?![\\dXx])");

  private final int run;
  private final List<String> phrases;
  private final List<String> words;

  /** Confidential texts in their plain form: many drafts are compared with the same ones. */
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  /**
   * @param run how many characters in a row must be shared to count
   * @param phrases usual phrases that may stand anywhere, such as the theme of the meeting
   * @param words words of criticism
   */
  public Redaction(int run, Collection<String> phrases, Collection<String> words) {
    if (run < 2) {
      throw new IllegalArgumentException("a run has at least two characters");
    }
    this.run = run;
    this.phrases = plain(phrases);
    this.words = plain(words);
  }

  /**
   * @param members names that must not stand beside words of criticism
   * @param givers names that must not be found at all where they are named in confidential texts
   * @return one leak for each sentence and kind of source, in the order of the draft
   */
  public List<Leak> leaks(
      String draft, List<Source> sources, Collection<String> members, Collection<String> givers) {
    PlainText text = PlainText.of(draft).without(phrases);
    Map<Integer, Map<String, Leak>> found = new HashMap<>();
    Sentences sentences = new Sentences(draft);
    shared(text, sources, sentences, found);
    members(draft, members, sentences, found);
    givers(draft, sources, givers, sentences, found);
    personal(draft, sentences, found);
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(sentence -> sentence.getValue().values().stream())
        .toList();
  }

  private void shared(
      PlainText draft,
      List<Source> sources,
      Sentences sentences,
      Map<Integer, Map<String, Leak>> found) {
    if (draft.length() < run) {
      return;
    }
    String open = draft.text();
    Map<Long, Integer> runs = new HashMap<>(open.length() * 2);
    scan(open, runs::putIfAbsent);
    for (Source source : sources) {
      String secret =
          secrets.computeIfAbsent(
              source.text(), confidential -> PlainText.of(confidential).without(phrases).text());
      Set<Long> matched = new HashSet<>();
      scan(
          secret,
          (hash, at) -> {
            Integer same = runs.get(hash);
            if (same != null && secret.regionMatches(at, open, same, run)) {
              matched.add(hash);
            }
          });
      if (matched.isEmpty()) {
        continue;
      }
      scan(
          open,
          (hash, at) -> {
            if (matched.contains(hash)) {
              add(found, sentences.of(draft.position(at)), Reason.SHARED, source.kind());
              add(found, sentences.of(draft.position(at + run - 1)), Reason.SHARED, source.kind());
            }
          });
    }
  }

  /** Goes over all runs without a gap in them, with a hash that is carried along. */
  private void scan(String text, Visitor visitor) {
    long power = 1;
    for (int i = 1; i < run; i++) {
      power *= BASE;
    }
    long hash = 0;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == PlainText.GAP) {
        hash = 0;
        length = 0;
        continue;
      }
      if (length == run) {
        hash -= power * text.charAt(i - run);
        length--;
      }
      hash = hash * BASE + letter;
      length++;
      if (length == run) {
        visitor.run(hash, i - run + 1);
      }
    }
  }

  private void members(
      String draft,
      Collection<String> members,
      Sentences sentences,
      Map<Integer, Map<String, Leak>> found) {
    int start = 0;
    for (int i = 0; i <= draft.length(); i++) {
      if (i == draft.length() || CLAUSE_ENDS.indexOf(draft.charAt(i)) >= 0) {
        String clause = PlainText.of(draft.substring(start, i)).without(phrases).text();
        boolean named = members.stream().anyMatch(name -> clause.contains(plain(name)));
        if (named && words.stream().anyMatch(clause::contains)) {
          add(found, sentences.of(start), Reason.CRITICISM, "");
        }
        start = i + 1;
      }
    }
  }

  private static void givers(
      String draft,
      List<Source> sources,
      Collection<String> givers,
      Sentences sentences,
      Map<Integer, Map<String, Leak>> found) {
    PlainText text = PlainText.of(draft);
    for (String giver : givers) {
      String name = plain(giver);
      for (int at = text.text().indexOf(name); at >= 0; at = text.text().indexOf(name, at + 1)) {
        for (Source source : sources) {
          if (source.namesGivers() && source.text().contains(giver)) {
            add(found, sentences.of(text.position(at)), Reason.GIVER, source.kind());
          }
        }
      }
    }
  }

  private static void personal(
      String draft, Sentences sentences, Map<Integer, Map<String, Leak>> found) {
    Matcher numbers = PERSONAL.matcher(draft);
    while (numbers.find()) {
      add(found, sentences.of(numbers.start()), Reason.PERSONAL, "");
    }
  }

  private static void add(
      Map<Integer, Map<String, Leak>> found, Sentence sentence, Reason reason, String kind) {
    found
        .computeIfAbsent(sentence.number(), number -> new LinkedHashMap<>())
        .putIfAbsent(reason + kind, new Leak(sentence.number(), sentence.text(), reason, kind));
  }

  private static List<String> plain(Collection<String> texts) {
    return texts.stream()
        .map(Redaction::plain)
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String plain(String text) {
    return PlainText.of(text).text();
  }

  /** Why a sentence may not be published. */
  public enum Reason {
    /** It says what a confidential document says. */
    SHARED,
    /** It names a member beside a word of criticism. */
    CRITICISM,
    /** It names somebody who gave an opinion. */
    GIVER,
    /** It holds the number of somebody's identity card or telephone. */
    PERSONAL
  }

  /**
   * A confidential text.
   *
   * @param kind what kind of document it is, which is all that is told of it
   * @param namesGivers whether people named in it gave opinions
   */
  public record Source(String kind, String text, boolean namesGivers) {}

  /**
   * A sentence that may not be published.
   *
   * @param number of the sentence in the draft, from 1
   * @param sentence as it stands in the draft
   * @param kind kind of the document it comes from, empty for {@link Reason#CRITICISM} and {@link
   *     Reason#PERSONAL}
   */
  public record Leak(int number, String sentence, Reason reason, String kind) {}

  private interface Visitor {
    void run(long hash, int at);
  }

  private record Sentence(int number, String text) {}

  /** The sentences of a draft and where they begin. */
  private static final class Sentences {

    private final List<Integer> begins = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();

    Sentences(String draft) {
      int start = 0;
      for (int i = 0; i <= draft.length(); i++) {
        if (i == draft.length() || SENTENCE_ENDS.indexOf(draft.charAt(i)) >= 0) {
          String text = draft.substring(start, Math.min(i + 1, draft.length())).strip();
          int number = sentences.isEmpty() ? 1 : sentences.get(sentences.size() - 1).number();
          boolean counts = text.codePoints().anyMatch(Character::isLetterOrDigit);
          begins.add(start);
          sentences.add(new Sentence(sentences.isEmpty() ? 1 : counts ? number + 1 : number, text));
          start = i + 1;
        }
      }
    }

    Sentence of(int position) {
      int at = Collections.binarySearch(begins, position);
      return sentences.get(at >= 0 ? at : -at - 2);
    }
  }
}
