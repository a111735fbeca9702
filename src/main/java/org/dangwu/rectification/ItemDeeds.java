package org.dangwu.rectification;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.dangwu.rectification.Accountabilities.Measure;
import org.dangwu.rectification.ItemTasks.ItemTask;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.springframework.stereotype.Component;

/** What may be done on the page of an item, each in its own step, with what was typed for it. */
@Component
class ItemDeeds {

  private final Map<String, Deed> deeds;

  ItemDeeds(OwnerDesk owner, DecisionDesk decisions) {
    deeds =
        Map.of(
            "progress",
            new Deed(
                Tasks.RECTIFY,
                (task, typed, user) ->
                    owner.report(task.item(), typed.get("report"), typed.get("evidence"), user)),
            "help",
            new Deed(
                Tasks.RECTIFY,
                (task, typed, user) -> owner.askHelp(task.item(), typed.get("request"), user)),
            "withdraw",
            new Deed(Tasks.RECTIFY, (task, typed, user) -> owner.withdrawHelp(task.item())),
            "extension",
            new Deed(
                Tasks.RECTIFY,
                (task, typed, user) ->
                    owner.askExtension(
                        task.item(), day(typed.get("newDue")), typed.get("reason"), user)),
            "verification",
            new Deed(
                Tasks.VERIFY,
                (task, typed, user) ->
                    decisions.verify(
                        task, choice(typed.get("passed")), typed.get("opinion"), user)),
            "extension-decision",
            new Deed(
                Tasks.DECIDE_EXTENSION,
                (task, typed, user) ->
                    decisions.decideExtension(
                        task.item(), choice(typed.get("agreed")), typed.get("opinion"), user)),
            "answer",
            new Deed(
                Tasks.ANSWER_HELP,
                (task, typed, user) ->
                    decisions.answerHelp(task.item(), typed.get("answer"), user)),
            "accountability",
            new Deed(
                Tasks.DECIDE_ACCOUNTABILITY,
                (task, typed, user) ->
                    decisions.decideAccountability(
                        task.item(), measure(typed.get("decision")), typed.get("reason"), user)));
  }

  /** Does it; the answer is the sentence that tells the person so. */
  interface Act {
    String of(ItemTask task, Map<String, String> typed, String user);
  }

  /**
   * @param element the step in which it may be done
   */
  record Deed(String element, Act act) {}

  /**
   * @param name last part of the address that the form is sent to
   */
  Optional<Deed> find(String name) {
    return Optional.ofNullable(deeds.get(name));
  }

  /** Null when nothing was chosen. */
  private static Boolean choice(String chosen) {
    return chosen == null ? null : Boolean.valueOf(chosen);
  }

  /** Null when nothing or no day was typed. */
  private static LocalDate day(String typed) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  /** Null when nothing was chosen. */
  private static Measure measure(String name) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
