package org.dangwu.ballot.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotProcess.Tasks;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.PaperCount;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.round.BallotSentences;
import org.dangwu.ballot.round.PaperBook;
import org.dangwu.ballot.round.Round;
import org.dangwu.ballot.round.RoundStore;
import org.dangwu.ballot.round.Signatures;
import org.dangwu.engine.TaskView;
import org.dangwu.organization.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What tellers and the recorder see of a round: counts of sheets while it is open, no grade. */
@Component
class TellerDesk {

  private final Ballots ballots;
  private final RoundStore rounds;
  private final PaperBook paper;
  private final Signatures signatures;
  private final People people;
  private final SheetView view;
  private final BallotSentences sentences;

  TellerDesk(
      Ballots ballots,
      RoundStore rounds,
      PaperBook paper,
      Signatures signatures,
      People people,
      SheetView view,
      BallotSentences sentences) {
    this.ballots = ballots;
    this.rounds = rounds;
    this.paper = paper;
    this.signatures = signatures;
    this.people = people;
    this.view = view;
    this.sentences = sentences;
  }

  /** The page of a teller's task. */
  String ofTask(TaskView task, String roundId, String user, Model model) {
    model.addAttribute("frame", true);
    model.addAttribute("unclaimed", task.assignee() == null);
    return switch (task.elementId()) {
      case Tasks.PAPER -> paper(roundId, user, null, model);
      case Tasks.CONFIRM -> count(roundId, user, model);
      default -> turnout(roundId, user, model);
    };
  }

  String turnout(String roundId, String user, Model model) {
    Round round = open(roundId, user, model);
    model.addAttribute("turnout", ballots.turnout(roundId));
    model.addAttribute(
        "classes", rounds.classes(roundId).stream().filter(of -> of.sheets() > 0).toList());
    model.addAttribute("returned", round.returnedSheets());
    return "ballot/turnout";
  }

  /**
   * @param given what was typed and refused, or null
   */
  String paper(String roundId, String user, PaperCount given, Model model) {
    open(roundId, user, model);
    model.addAttribute(
        "count",
        given != null ? given : paper.find(roundId).orElse(new PaperCount(0, 0, 0, 0, Map.of())));
    model.addAttribute("grades", scale(roundId));
    model.addAttribute("objects", rounds.objects(roundId));
    return "ballot/paper";
  }

  String count(String roundId, String user, Model model) {
    Round round = open(roundId, user, model);
    model.addAttribute("counts", ballots.counts(roundId));
    List<Signatures.Signature> signed = signatures.of(roundId);
    Map<String, String> names = new LinkedHashMap<>();
    signed.forEach(s -> names.put(s.personId(), people.name(s.personId())));
    model.addAttribute("signed", signed);
    model.addAttribute("names", names);
    model.addAttribute(
        "maySign", round.state() == RoundState.CLOSED && rounds.tellers(roundId).contains(user));
    if (round.state().isCounted()) {
      model.addAttribute("results", ballots.results(roundId));
    }
    return "ballot/count";
  }

  /** The numbers that a teller typed. */
  PaperCount typed(String roundId, Map<String, String> form) {
    Map<String, Map<String, Integer>> votes = new LinkedHashMap<>();
    for (BallotObject object : rounds.objects(roundId)) {
      Map<String, Integer> row = new LinkedHashMap<>();
      for (Grade grade : scale(roundId)) {
        row.put(grade.code(), number(form.get("votes-" + object.id() + "-" + grade.code())));
      }
      votes.put(object.id(), row);
    }
    return new PaperCount(
        number(form.get("issued")),
        number(form.get("collected")),
        number(form.get("valid")),
        number(form.get("spoiled")),
        votes);
  }

  private Round open(String roundId, String user, Model model) {
    Round round =
        rounds
            .find(roundId)
            .filter(
                found ->
                    rounds.tellers(roundId).contains(user) || found.view().recorder().equals(user))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("page.gone")));
    model.addAttribute("round", round.view());
    model.addAttribute("teller", rounds.tellers(roundId).contains(user));
    model.addAttribute("due", view.moment(round.view().dueAt()));
    return round;
  }

  private List<Grade> scale(String roundId) {
    List<Grade> grades = new ArrayList<>(rounds.grades(roundId));
    grades.add(Grade.ABSTAIN);
    return grades;
  }

  /** What is not a number of ballots becomes one that every rule refuses. */
  private static int number(String text) {
    try {
      return text == null || text.isBlank() ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
