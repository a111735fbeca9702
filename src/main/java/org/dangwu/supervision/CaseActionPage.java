package org.dangwu.supervision;

import java.security.Principal;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.procedure.CaseAction;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks once more before something is set in motion, then leads to its first task. */
@Controller
@RequestMapping("/home/case/{caseId}/action/{message}")
class CaseActionPage {

  private final ProcedureCases cases;
  private final CaseVisibility visibility;
  private final CaseActions actions;

  CaseActionPage(ProcedureCases cases, CaseVisibility visibility, CaseActions actions) {
    this.cases = cases;
    this.visibility = visibility;
    this.actions = actions;
  }

  @GetMapping
  String ask(
      @PathVariable String caseId,
      @PathVariable String message,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    ProcedureCase run = visible(caseId, user);
    CaseAction action =
        actions.offered(caseId, user.getName()).stream()
            .filter(offered -> offered.message().equals(message))
            .findFirst()
            .orElse(null);
    if (action == null) {
      answer.addFlashAttribute("refused", "该事项目前不能办理，请核对当前环节。");
      return "redirect:/home/case/{caseId}";
    }
    model.addAttribute("run", run);
    model.addAttribute("action", action);
    return "supervision/action";
  }

  @PostMapping
  String perform(
      @PathVariable String caseId,
      @PathVariable String message,
      Principal user,
      RedirectAttributes answer) {
    visible(caseId, user);
    try {
      CaseAction.Outcome outcome = actions.perform(caseId, message, user.getName());
      answer.addFlashAttribute("performed", sentence(outcome));
      answer.addFlashAttribute("nextTask", outcome.taskId());
    } catch (SubmissionRefused refused) {
      answer.addFlashAttribute("refused", refused.getMessage());
    }
    return "redirect:/home/case/{caseId}";
  }

  private static String sentence(CaseAction.Outcome outcome) {
    String label = outcome.action().label();
    if (outcome.taskId() == null) {
      return "“" + label + "”已提交，由有关人员接着办理。";
    }
    return outcome.already() ? "您已经提出过“" + label + "”，请接着办理。" : "“" + label + "”已开始，请接着填写办理。";
  }

  private ProcedureCase visible(String caseId, Principal user) {
    return cases
        .find(caseId)
        .filter(found -> visibility.maySee(user.getName(), found))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
