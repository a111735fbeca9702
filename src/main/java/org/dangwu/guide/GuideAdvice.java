package org.dangwu.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.thymeleaf.context.LazyContextVariable;

/**
 * Lets every page whose address names a {@code taskId} include the panel with one line. It is made
 * only when a page includes it.
 */
@ControllerAdvice
class GuideAdvice {

  private final TaskGuide guides;

  GuideAdvice(TaskGuide guides) {
    this.guides = guides;
  }

  @ModelAttribute
  void guide(HttpServletRequest request, Model model) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> path
        && path.get("taskId") instanceof String taskId) {
      model.addAttribute(
          "guide",
          new LazyContextVariable<Guide>() {
            @Override
            protected Guide loadValue() {
              return guides.of(taskId).orElse(null);
            }
          });
    }
  }
}
