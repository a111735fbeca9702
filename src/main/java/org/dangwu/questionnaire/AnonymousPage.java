package org.dangwu.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dangwu.questionnaire.AnswerBox.Outcome;
import org.dangwu.questionnaire.QuestionnaireStore.Published;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for people without an account (A09). No session, no cookie, no trace of the visitor. The
 * signed one-time number in the form takes the place of a session's token against forged forms.
 */
@Controller
@RequestMapping("/q/{token}")
class AnonymousPage {

  private static final int LARGEST_FORM = 512 * 1024;
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  private final QuestionnaireStore store;
  private final AnswerBox box;
  private final SubmissionLimit limit;
  private final QuestionnaireProperties properties;
  private final Sentences sentences;
  private final Clock clock;

  AnonymousPage(
      QuestionnaireStore store,
      AnswerBox box,
      SubmissionLimit limit,
      QuestionnaireProperties properties,
      Sentences sentences,
      Clock clock) {
    this.store = store;
    this.box = box;
    this.limit = limit;
    this.properties = properties;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(@PathVariable String token, HttpServletResponse response) {
    unlisted(response);
    Optional<Published> found = store.byToken(token);
    if (found.isEmpty()) {
      return ended(HttpStatus.NOT_FOUND, "page.unknown");
    }
    if (!found.get().questionnaire().takesAnswersOn(LocalDate.now(clock))) {
      return ended(HttpStatus.GONE, "page.closed");
    }
    return form(HttpStatus.OK, found.get(), Tokens.form(found.get().formKey()), Map.of(), null);
  }

  @PostMapping
  ModelAndView send(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    unlisted(response);
    if (request.getContentLengthLong() > LARGEST_FORM) {
      return ended(HttpStatus.PAYLOAD_TOO_LARGE, "page.tooLarge");
    }
    Optional<Published> found = store.byToken(token);
    if (found.isEmpty()) {
      return ended(HttpStatus.NOT_FOUND, "page.unknown");
    }
    Published published = found.get();
    if (!published.questionnaire().takesAnswersOn(LocalDate.now(clock))) {
      return ended(HttpStatus.GONE, "page.closed");
    }
    Map<String, String> typed = typed(published.questionnaire(), request);
    String form = request.getParameter("form");
    if (!Tokens.isForm(form, published.formKey())
        || FOREIGN.contains(String.valueOf(request.getHeader("Sec-Fetch-Site")))) {
      return form(
          HttpStatus.FORBIDDEN, published, Tokens.form(published.formKey()), typed, "page.stale");
    }
    return taken(published, form, typed, request.getRemoteAddr());
  }

  private ModelAndView taken(
      Published published, String form, Map<String, String> typed, String address) {
    if (typed.isEmpty()) {
      return form(HttpStatus.UNPROCESSABLE_ENTITY, published, form, typed, "page.empty");
    }
    if (typed.values().stream()
        .anyMatch(text -> text.codePointCount(0, text.length()) > properties.maxAnswerLength())) {
      return form(HttpStatus.UNPROCESSABLE_ENTITY, published, form, typed, "page.tooLong");
    }
    if (!limit.allows(address)) {
      return form(HttpStatus.TOO_MANY_REQUESTS, published, form, typed, "page.often");
    }
    Outcome outcome = box.put(published.questionnaire().id(), form, typed);
    return switch (outcome) {
      case TAKEN -> thanks(published, "page.thanks");
      case KNOWN -> thanks(published, "page.known");
      case CLOSED -> ended(HttpStatus.GONE, "page.closed");
      case FULL -> ended(HttpStatus.SERVICE_UNAVAILABLE, "page.full");
    };
  }

  /** What was written, by topic, without questions left open. */
  private static Map<String, String> typed(Questionnaire questionnaire, HttpServletRequest form) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (int i = 0; i < questionnaire.questions().size(); i++) {
      String text = tidy(form.getParameter("answer" + (i + 1)));
      if (!text.isBlank()) {
        typed.put(questionnaire.questions().get(i).topic(), text);
      }
    }
    return typed;
  }

  /** One kind of line end, and no control characters, which PostgreSQL cannot hold. */
  private static String tidy(String typed) {
    StringBuilder tidy = new StringBuilder();
    (typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n'))
        .codePoints()
        .filter(
            c ->
                c == '\n'
                    || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .forEach(tidy::appendCodePoint);
    return tidy.toString().strip();
  }

  private ModelAndView form(
      HttpStatus status,
      Published published,
      String form,
      Map<String, String> typed,
      String problem) {
    ModelAndView view = new ModelAndView("questionnaire/form");
    view.setStatus(status);
    Questionnaire questionnaire = published.questionnaire();
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < questionnaire.questions().size(); i++) {
      Question question = questionnaire.questions().get(i);
      fields.add(
          new Field(
              "answer" + (i + 1), question.label(), typed.getOrDefault(question.topic(), "")));
    }
    view.addObject("questionnaire", questionnaire);
    view.addObject("fields", fields);
    view.addObject("form", form);
    view.addObject("longest", properties.maxAnswerLength());
    view.addObject(
        "problem",
        problem == null
            ? null
            : sentences.say(problem, String.valueOf(properties.maxAnswerLength())));
    return view;
  }

  private ModelAndView thanks(Published published, String sentence) {
    ModelAndView view = new ModelAndView("questionnaire/done");
    view.addObject("title", published.questionnaire().title());
    view.addObject("sentence", sentences.say(sentence));
    view.addObject("thanks", true);
    return view;
  }

  private ModelAndView ended(HttpStatus status, String sentence) {
    ModelAndView view = new ModelAndView("questionnaire/done");
    view.setStatus(status);
    view.addObject("title", sentences.say("page.title"));
    view.addObject("sentence", sentences.say(sentence));
    view.addObject("thanks", false);
    return view;
  }

  private static void unlisted(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  /** A question on the page. */
  public record Field(String name, String label, String text) {}
}
