package org.dangwu.desk;

import java.util.function.Supplier;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.ui.Model;

/** What a page answers to what was sent: the sentence that it was kept, or why it was not. */
public final class Reply {

  private Reply() {}

  /**
   * @param deed keeps what was sent and says so, or refuses
   * @return whether it was kept
   */
  public static boolean to(Supplier<String> deed, Model model) {
    try {
      model.addAttribute("saved", deed.get());
      return true;
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return false;
    }
  }
}
