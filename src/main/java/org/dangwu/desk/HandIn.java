package org.dangwu.desk;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.ui.Model;

/** Completing a task from a page of its own: it is done, or the sentence of whatever refused it. */
public final class HandIn {

  private HandIn() {}

  /**
   * @param deed completes the task and says so, or refuses
   * @return whether the task is done
   */
  public static boolean to(Supplier<String> deed, Model model) {
    try {
      model.addAttribute("done", deed.get());
      return true;
    } catch (SubmissionRefused | DossierRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    } catch (ProcessEngineException failed) {
      // Refusals of guards come wrapped when the engine adds where it was.
      if (!(failed.getCause() instanceof SubmissionRefused refused)) {
        throw failed;
      }
      model.addAttribute("refused", refused.getMessage());
    }
    return false;
  }
}
