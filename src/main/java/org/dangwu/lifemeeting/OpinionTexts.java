package org.dangwu.lifemeeting;

import java.util.List;
import java.util.stream.Collectors;
import org.dangwu.procedure.RosterEntry;

/** The wording of opinions in documents: always the original, with its number. */
final class OpinionTexts {

  private OpinionTexts() {}

  /**
   * All opinions, by addressee, for the document of originals. Those handed over to the discipline
   * commission are named by number alone: who is concerned may read this document.
   */
  static String originals(List<Opinion> opinions, List<RosterEntry> due) {
    return Addressee.all(due).stream()
        .map(addressee -> originals(addressee, opinions, due))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String originals(
      Addressee addressee, List<Opinion> opinions, List<RosterEntry> due) {
    List<Opinion> addressed =
        opinions.stream().filter(opinion -> opinion.addressee().equals(addressee)).toList();
    if (addressed.isEmpty()) {
      return "";
    }
    return "对%s的意见建议（%d 条）\n".formatted(addressee.label(due), addressed.size())
        + addressed.stream().map(OpinionTexts::line).collect(Collectors.joining("\n"));
  }

  private static String line(Opinion opinion) {
    String text =
        opinion.isHandedOver()
            ? "（属于反映违纪违法问题，已移交纪检机关，收件编号：" + opinion.handedOver() + "，原文不在此列）"
            : opinion.text();
    return "〔%d〕%s　%s".formatted(opinion.number(), opinion.source().label(), text);
  }

  /** What came out of a questionnaire, word for word. */
  static String export(List<Opinion> answers, List<RosterEntry> due) {
    return Addressee.all(due).stream()
        .map(
            addressee ->
                answers.stream()
                    .filter(answer -> answer.addressee().equals(addressee))
                    .map(answer -> "〔%d〕%s".formatted(answer.number(), answer.text()))
                    .collect(Collectors.joining("\n", "对" + addressee.label(due) + "的意见建议\n", "")))
        .filter(text -> text.contains("〔"))
        .collect(Collectors.joining("\n\n"));
  }
}
