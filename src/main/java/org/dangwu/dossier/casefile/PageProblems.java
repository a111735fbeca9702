package org.dangwu.dossier.casefile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers refusals in Chinese: a page for who opened one, JSON for the script of a page. */
@ControllerAdvice(
    assignableTypes = {TaskPageController.class, CasePageController.class, RedactionPage.class})
class PageProblems {

  private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

  private final Sentences sentences;

  PageProblems(Sentences sentences) {
    this.sentences = sentences;
  }

  @ExceptionHandler
  Object refused(AccessRefused problem, HttpServletRequest request) {
    return answer(HttpStatus.FORBIDDEN, problem.getMessage(), request);
  }

  @ExceptionHandler
  Object notThere(NotThere problem, HttpServletRequest request) {
    return answer(HttpStatus.NOT_FOUND, problem.getMessage(), request);
  }

  @ExceptionHandler
  Object notAccepted(DossierRefused problem, HttpServletRequest request) {
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, problem.getMessage(), request);
  }

  /** Tables that cannot be read, damaged files: told to the operators, not to the user. */
  @ExceptionHandler
  Object failed(IllegalStateException problem, HttpServletRequest request) {
    LOG.error("A page of the case file failed", problem);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, sentences.say("failed"), request);
  }

  private static Object answer(HttpStatus status, String sentence, HttpServletRequest request) {
    boolean page = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    if (!page) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("message", sentence));
    }
    ModelAndView view = new ModelAndView("dossier/problem", Map.of("sentence", sentence));
    view.addObject("framed", request.getRequestURI().contains("/dossier/task/"));
    view.setStatus(status);
    return view;
  }
}
