package org.dangwu.disposal;

import java.security.Principal;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.worksheet.MatterViews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A disposal as those may read it whom it concerns; the person can appeal here (D09). */
@Controller
@RequestMapping("/disposal/{disposalId}")
class DisposalPage {

  private final DisposalRegister register;
  private final MatterViews views;
  private final AppealDesk appeals;
  private final Sentences sentences;

  DisposalPage(
      DisposalRegister register, MatterViews views, AppealDesk appeals, Sentences sentences) {
    this.register = register;
    this.views = views;
    this.appeals = appeals;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String disposalId, Principal user, Model model) {
    model.addAttribute(
        "view",
        views.find(DisposalProcess.KEY, disposalId, user.getName()).orElseThrow(this::gone));
    model.addAttribute("mayAppeal", appeals.mayAppeal(register.get(disposalId), user.getName()));
    return "disposal/disposal";
  }

  @PostMapping("/appeal")
  String appeal(
      @PathVariable String disposalId,
      @RequestParam(required = false) String statement,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    Disposal disposal =
        register
            .find(disposalId)
            .filter(one -> one.personId().equals(user.getName()) && one.informedOn() != null)
            .orElseThrow(this::gone);
    try {
      appeals.appeal(disposal, statement, user.getName());
      answer.addFlashAttribute("saved", sentences.say("appeal.sent"));
      return "redirect:/disposal/" + disposalId;
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      model.addAttribute("statement", statement);
      return show(disposalId, user, model);
    }
  }

  private ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("gone"));
  }
}
