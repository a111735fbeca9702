package org.dangwu.dossier.casefile;

import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.RedactionDesk.Checked;
import org.dangwu.dossier.casefile.RedactionDesk.Result;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page 公开核对 of a case. */
@Controller
@RequestMapping("/dossier/case/{caseId}/redaction")
class RedactionPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final RedactionDesk desk;
  private final CaseDirectory cases;
  private final Sentences sentences;
  private final Clock clock;

  RedactionPage(RedactionDesk desk, CaseDirectory cases, Sentences sentences, Clock clock) {
    this.desk = desk;
    this.cases = cases;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String caseId, Principal user, Model model) {
    Result result = desk.result(user.getName(), caseId);
    model.addAttribute("caseId", caseId);
    model.addAttribute("caseTitle", result.facts().title());
    model.addAttribute("decides", result.decides());
    model.addAttribute("rows", result.findings().stream().map(this::row).toList());
    return "dossier/redaction";
  }

  @PostMapping
  String decide(
      @PathVariable String caseId,
      @RequestParam String type,
      @RequestParam String sentence,
      @RequestParam String reason,
      Principal user,
      Model model) {
    try {
      desk.decide(user.getName(), caseId, type, sentence, reason);
      return "redirect:/dossier/case/" + caseId + "/redaction";
    } catch (DossierRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return show(caseId, user, model);
    }
  }

  private Row row(Checked checked) {
    var finding = checked.finding();
    var decision = checked.decision();
    return new Row(
        finding.type(),
        finding.title(),
        finding.section(),
        finding.leak().number(),
        finding.leak().sentence(),
        sentences.say("redaction.why." + finding.leak().reason().name(), finding.leak().kind()),
        finding.fingerprint(),
        decision == null
            ? ""
            : "%s %s：%s"
                .formatted(
                    Objects.requireNonNullElse(
                        cases.names(List.of(decision.decidedBy())).get(decision.decidedBy()),
                        decision.decidedBy()),
                    TIME.format(decision.at().atZone(clock.getZone())),
                    decision.reason()));
  }

  /**
   * @param decision who let the sentence stand, when and why; empty when nobody did
   */
  public record Row(
      String type,
      String title,
      String section,
      int number,
      String sentence,
      String why,
      String fingerprint,
      String decision) {}
}
