package org.dangwu.ballot.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.dangwu.ballot.Receipt;
import org.dangwu.ballot.round.BallotSentences;
import org.dangwu.ballot.round.BallotSheet;
import org.dangwu.ballot.round.BallotSheet.Standing;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sheet behind the QR code of a printed token: no login, no session, no cookie. Every answer is
 * a page of its own, for the pages of errors would write the address, and with it the token, into
 * the log.
 */
@Controller
@RequestMapping("/b")
class TokenPage {

  private static final String VIEW = "ballot/token";

  private final PollingStation station;
  private final SheetView view;
  private final BallotSentences sentences;

  TokenPage(PollingStation station, SheetView view, BallotSentences sentences) {
    this.station = station;
    this.view = view;
    this.sentences = sentences;
  }

  /** For those whose telephone cannot read the code. */
  @GetMapping
  String ask(Model model) {
    model.addAttribute("state", "ASK");
    return VIEW;
  }

  @PostMapping
  String typed(
      @RequestParam(defaultValue = "") String number, HttpServletResponse answer, Model model) {
    return show(number, answer, model);
  }

  @GetMapping("/{token}")
  String show(@PathVariable String token, HttpServletResponse answer, Model model) {
    return page(token, Map.of(), answer, model);
  }

  @PostMapping("/{token}")
  String cast(
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse answer,
      Model model) {
    Map<String, String> choices = Choices.of(form);
    try {
      Receipt receipt = station.castByToken(token, choices);
      model.addAttribute("again", receipt == Receipt.ALREADY_TAKEN);
      return page(token, Map.of(), answer, model);
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(token, choices, answer, model);
    }
  }

  @PostMapping(value = "/{token}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> castByScript(
      @PathVariable String token, @RequestParam MultiValueMap<String, String> form) {
    try {
      station.castByToken(token, Choices.of(form));
      return ResponseEntity.ok(Map.of("next", "/b/" + token));
    } catch (SubmissionRefused refused) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(Map.of("message", refused.getMessage()));
    }
  }

  private String page(
      String token, Map<String, String> choices, HttpServletResponse answer, Model model) {
    Optional<BallotSheet> sheet = station.sheetOfToken(token);
    if (sheet.isEmpty()) {
      answer.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("state", "ASK");
      model.addAttribute("refused", sentences.say("vote.noToken"));
      return VIEW;
    }
    model.addAttribute("state", sheet.get().standing() == Standing.VOTED ? "VOTED" : "SHEET");
    view.show(sheet.get(), choices, "/b/" + token, model);
    return VIEW;
  }
}
