package org.dangwu.ballot.page;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.PaperCount;
import org.dangwu.ballot.box.BallotProperties;
import org.dangwu.ballot.round.BallotSentences;
import org.dangwu.ballot.round.RoundStore;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What tellers do: print sheets, count paper, sign the count (F-B4). */
@Controller
@RequestMapping("/ballot/{round}")
class TellerPage {

  private final Ballots ballots;
  private final RoundStore rounds;
  private final TellerDesk desk;
  private final BallotSentences sentences;
  private final BallotProperties properties;

  TellerPage(
      Ballots ballots,
      RoundStore rounds,
      TellerDesk desk,
      BallotSentences sentences,
      BallotProperties properties) {
    this.properties = properties;
    this.ballots = ballots;
    this.rounds = rounds;
    this.desk = desk;
    this.sentences = sentences;
  }

  @GetMapping("/turnout")
  String turnout(@PathVariable String round, Frame frame, Principal user, Model model) {
    frame.into(model);
    return desk.turnout(round, user.getName(), model);
  }

  /** Ends the vote where the chief teller cannot do it by his task. */
  @PostMapping("/close")
  String close(@PathVariable String round, Frame frame, Principal user, Model model) {
    frame.into(model);
    if (ballots.tellers(round).contains(user.getName())) {
      ballots.close(round, user.getName());
    }
    return desk.turnout(round, user.getName(), model);
  }

  /** The only time that the tokens are seen; the page is for printing at once. */
  @PostMapping("/sheets")
  String print(
      @PathVariable String round,
      @RequestParam String classCode,
      @RequestParam(defaultValue = "0") int number,
      Frame frame,
      Principal user,
      Model model) {
    frame.into(model);
    try {
      List<String> tokens = ballots.issueSheets(round, classCode, number, user.getName());
      String address = address() + "/b";
      model.addAttribute("round", ballots.find(round).orElseThrow());
      model.addAttribute("address", address);
      model.addAttribute(
          "sheets",
          tokens.stream()
              .map(token -> new PrintedSheet(token, QrCode.of(address + "/" + token)))
              .toList());
      model.addAttribute(
          "label",
          rounds.classes(round).stream()
              .filter(of -> of.code().equals(classCode))
              .findFirst()
              .orElseThrow()
              .label());
      return "ballot/sheets";
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return desk.turnout(round, user.getName(), model);
    }
  }

  private String address() {
    String base =
        StringUtils.hasText(properties.baseUrl())
            ? properties.baseUrl()
            : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    return StringUtils.trimTrailingCharacter(base, '/');
  }

  @PostMapping("/returned")
  String returned(
      @PathVariable String round,
      @RequestParam(defaultValue = "-1") int number,
      Frame frame,
      Principal user,
      Model model) {
    frame.into(model);
    try {
      ballots.returnSheets(round, number, user.getName());
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return desk.turnout(round, user.getName(), model);
  }

  @GetMapping("/paper")
  String paper(@PathVariable String round, Frame frame, Principal user, Model model) {
    frame.into(model);
    return desk.paper(round, user.getName(), null, model);
  }

  @PostMapping("/paper")
  String enter(
      @PathVariable String round,
      @RequestParam Map<String, String> form,
      Frame frame,
      Principal user,
      Model model) {
    frame.into(model);
    PaperCount typed = desk.typed(round, form);
    try {
      ballots.enterPaper(round, typed, user.getName());
      model.addAttribute("saved", sentences.say("paper.saved"));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return desk.paper(round, user.getName(), typed, model);
  }

  @GetMapping("/count")
  String count(@PathVariable String round, Frame frame, Principal user, Model model) {
    frame.into(model);
    return desk.count(round, user.getName(), model);
  }

  @PostMapping("/sign")
  String sign(
      @PathVariable String round,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String reason,
      Frame frame,
      Principal user,
      Model model) {
    frame.into(model);
    boolean agrees = verdict.equals("AGREE");
    try {
      ballots.sign(round, user.getName(), agrees, reason);
      model.addAttribute("saved", sentences.say(agrees ? "sign.agreed" : "sign.objected"));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return desk.count(round, user.getName(), model);
  }

  /** Whether the page stands in Tasklist's frame. */
  record Frame(Boolean frame) {

    void into(Model model) {
      model.addAttribute("frame", Boolean.TRUE.equals(frame));
      model.addAttribute("unclaimed", false);
    }
  }

  /** A sheet of paper with its code. */
  public record PrintedSheet(String token, QrCode code) {}
}
