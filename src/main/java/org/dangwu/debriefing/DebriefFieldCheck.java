package org.dangwu.debriefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a field team saw of one secretary's work (实地考核记录, F-C3).
 *
 * @param methods how the team looked, in words
 * @param problems one problem each; empty when none was found
 * @param impression the team's general impression, which decides nothing (总体印象)
 * @param items what was judged, and on what evidence
 */
public record DebriefFieldCheck(
    String entryId,
    String caseId,
    String fieldCheckId,
    LocalDate checkedOn,
    List<String> methods,
    String places,
    String peopleMet,
    String facts,
    List<String> problems,
    Optional<SecretaryGrade> impression,
    List<Item> items) {

  public DebriefFieldCheck {
    methods = List.copyOf(methods);
    problems = List.copyOf(problems);
    items = List.copyOf(items);
  }

  /**
   * A finding (评判事项).
   *
   * @param criterion what it is about, such as 责任履行
   * @param evidence what it rests on, in words, such as 走访群众
   */
  public record Item(String criterion, String evidence, String finding) {}
}
