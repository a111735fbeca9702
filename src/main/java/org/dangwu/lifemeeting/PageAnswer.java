package org.dangwu.lifemeeting;

import java.util.function.Supplier;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads back to the page of a task, which then says what was done or why it was refused. */
final class PageAnswer {

  private PageAnswer() {}

  /**
   * @param page last part of the page's address
   * @param work what is done; its answer is the sentence that says so
   */
  static String of(String taskId, String page, RedirectAttributes result, Supplier<String> work) {
    try {
      result.addFlashAttribute("saved", work.get());
    } catch (SubmissionRefused | DossierRefused refused) {
      result.addFlashAttribute("refused", refused.getMessage());
    }
    return "redirect:/life-meeting/task/" + taskId + "/" + page;
  }
}
