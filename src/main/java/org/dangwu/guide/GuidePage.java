package org.dangwu.guide;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel alone, for Tasklist, which puts it above every form. */
@Controller
class GuidePage {

  private final TaskGuide guides;

  GuidePage(TaskGuide guides) {
    this.guides = guides;
  }

  /** Nothing is said (204) of a task that is done or that the person may not see. */
  @GetMapping("/guide/task/{taskId}")
  String panel(@PathVariable String taskId, Model model, HttpServletResponse response) {
    Optional<Guide> guide = guides.of(taskId);
    if (guide.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return null;
    }
    model.addAttribute("guide", guide.get());
    return "guide :: panel";
  }
}
