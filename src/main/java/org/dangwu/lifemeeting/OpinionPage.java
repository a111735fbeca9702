package org.dangwu.lifemeeting;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
import org.dangwu.questionnaire.Draft;
import org.dangwu.questionnaire.QrCode;
import org.dangwu.questionnaire.Question;
import org.dangwu.questionnaire.Questionnaire;
import org.dangwu.questionnaire.Questionnaires;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where opinions are gathered (A09): questionnaire, paper and forums, word for word. */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/opinions")
class OpinionPage {

  private static final String VIEW = "lifemeeting/opinions";
  private static final int DAYS_OPEN = 7;

  private final MeetingTasks tasks;
  private final OpinionDesk desk;
  private final OpinionBook book;
  private final Questionnaires questionnaires;
  private final MeetingNames names;
  private final Sentences sentences;
  private final Clock clock;

  OpinionPage(
      MeetingTasks tasks,
      OpinionDesk desk,
      OpinionBook book,
      Questionnaires questionnaires,
      MeetingNames names,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.desk = desk;
    this.book = book;
    this.questionnaires = questionnaires;
    this.names = names;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, HttpSession session, Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.COLLECT_OPINIONS, user.getName());
    model.addAttribute("task", task);
    if (!task.held()) {
      return VIEW;
    }
    Questionnaire questionnaire = questionnaires.ofCase(task.caseId()).orElse(null);
    model.addAttribute("collection", collection(task));
    model.addAttribute("collectors", CollectedBy.values());
    model.addAttribute("questionnaire", questionnaire);
    model.addAttribute(
        "taking", questionnaire != null && questionnaire.takesAnswersOn(LocalDate.now(clock)));
    model.addAttribute("proposal", proposal(task));
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute(
        "fingerprint", desk.exportFingerprint(task.caseId(), user.getName()).orElse(null));
    link(session, questionnaire)
        .ifPresent(
            address -> {
              model.addAttribute("address", address);
              model.addAttribute("qr", QrCode.of(address));
            });
    model.addAttribute(
        "sources", Arrays.stream(OpinionSource.values()).filter(OpinionSource::byHand).toList());
    model.addAttribute("addressees", choices(task));
    model.addAttribute("opinions", rows(task));
    return VIEW;
  }

  /** The sheet to be printed and put up. */
  @GetMapping("/sheet")
  String sheet(@PathVariable String taskId, Principal user, HttpSession session, Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.COLLECT_OPINIONS, user.getName());
    Questionnaire questionnaire = questionnaires.ofCase(task.caseId()).orElse(null);
    String address =
        Optional.ofNullable(task.held() ? questionnaire : null)
            .flatMap(known -> link(session, known))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, sentences.say("opinion.link.gone")));
    model.addAttribute("questionnaire", questionnaire);
    model.addAttribute("address", address);
    model.addAttribute("qr", QrCode.of(address));
    return "lifemeeting/opinions-sheet";
  }

  @PostMapping("/collection")
  String describe(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String collectedBy,
      @RequestParam(defaultValue = "") String collector,
      @RequestParam(defaultValue = "") String scope,
      @RequestParam(defaultValue = "false") boolean noneReceived,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    OpinionCollection given =
        new OpinionCollection(
            Typed.one(CollectedBy.class, collectedBy),
            collector.strip(),
            scope.strip(),
            noneReceived);
    result.addFlashAttribute("typedCollection", given);
    return done(
        taskId,
        result,
        () -> {
          desk.describe(task, given);
          return sentences.say("opinion.collection.saved");
        });
  }

  @PostMapping("/questionnaire")
  String publish(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      HttpSession session,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    Draft draft =
        new Draft(
            task.caseId(),
            Typed.text(form, "title"),
            Typed.text(form, "asker"),
            Typed.text(form, "introduction"),
            Typed.day(Typed.text(form, "closesOn")),
            questions(task, form));
    result.addFlashAttribute("typedProposal", new Proposal(draft, form));
    return done(
        taskId,
        result,
        () -> {
          String token = desk.publish(task, draft);
          remember(session, task, token);
          return sentences.say("opinion.questionnaire.published");
        });
  }

  @PostMapping("/questionnaire/closing")
  String moveClosing(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String closesOn,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          desk.moveClosing(task, Typed.day(closesOn));
          return sentences.say("opinion.questionnaire.moved", closesOn);
        });
  }

  @PostMapping("/questionnaire/link")
  String renew(
      @PathVariable String taskId, Principal user, HttpSession session, RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          remember(session, task, desk.renewLink(task));
          return sentences.say("opinion.questionnaire.renewed");
        });
  }

  @PostMapping("/questionnaire/close")
  String close(@PathVariable String taskId, Principal user, RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () ->
            sentences.say(
                "opinion.questionnaire.closed", String.valueOf(desk.close(task, user.getName()))));
  }

  @PostMapping("/add")
  String add(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String addressee,
      @RequestParam(defaultValue = "") String text,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    // The next one often comes from the same side.
    result.addFlashAttribute("typedSource", source);
    String answer =
        done(
            taskId,
            result,
            () -> {
              desk.add(task, Typed.one(OpinionSource.class, source), addressee, text);
              return sentences.say("opinion.added");
            });
    if (result.getFlashAttributes().containsKey("refused")) {
      result.addFlashAttribute("typedAddressee", addressee);
      result.addFlashAttribute("typedText", text);
    }
    return answer + "#opinion-list";
  }

  @PostMapping("/{id}/remove")
  String remove(
      @PathVariable String taskId,
      @PathVariable String id,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          desk.remove(task, id);
          return sentences.say("opinion.removed");
        });
  }

  @PostMapping("/{id}/hand-over")
  String handOver(
      @PathVariable String taskId,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String receipt,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          desk.handOver(task, id, receipt);
          return sentences.say(receipt.isBlank() ? "opinion.handedBack" : "opinion.handedOver");
        });
  }

  private MeetingTask writable(String taskId, Principal user) {
    return tasks.openHeld(taskId, Tasks.COLLECT_OPINIONS, user.getName());
  }

  private static String done(String taskId, RedirectAttributes result, Supplier<String> work) {
    return PageAnswer.of(taskId, "opinions", result, work);
  }

  private OpinionCollection collection(MeetingTask task) {
    return book.collection(task.caseId())
        .orElse(new OpinionCollection(CollectedBy.SELF, task.organizationName(), "", false));
  }

  private Proposal proposal(MeetingTask task) {
    LocalDate week = LocalDate.now(clock).plusDays(DAYS_OPEN);
    boolean late = task.meetingDate() != null && week.isAfter(task.meetingDate());
    return new Proposal(
        sentences.say("opinion.proposal.title", names.of(task.caseId())),
        task.organizationName(),
        sentences.say("opinion.proposal.introduction", names.of(task.caseId())),
        late ? task.meetingDate() : week,
        sentences.say("opinion.proposal.body"),
        sentences.say("opinion.proposal.theme"),
        sentences.say("opinion.proposal.member"));
  }

  private List<Question> questions(MeetingTask task, MultiValueMap<String, String> form) {
    List<Question> questions = new ArrayList<>();
    List<String> chosen = form.getOrDefault("ask", List.of());
    for (Addressee addressee : Addressee.all(task.due())) {
      if (chosen.contains(addressee.key())) {
        String pattern =
            Typed.text(
                form,
                addressee.isMember()
                    ? "memberLabel"
                    : addressee.equals(Addressee.BODY) ? "bodyLabel" : "themeLabel");
        questions.add(
            new Question(addressee.key(), pattern.replace("【姓名】", addressee.label(task.due()))));
      }
    }
    return questions;
  }

  private List<Choice> choices(MeetingTask task) {
    return Addressee.all(task.due()).stream()
        .map(addressee -> new Choice(addressee.key(), addressee.label(task.due())))
        .toList();
  }

  private List<Row> rows(MeetingTask task) {
    return book.of(task.caseId()).stream()
        .map(
            opinion ->
                new Row(
                    opinion.id(),
                    opinion.number(),
                    opinion.source().label(),
                    opinion.addressee().label(task.due()),
                    opinion.text(),
                    opinion.handedOver(),
                    opinion.source().byHand()))
        .toList();
  }

  /** The address is known only to the session of him who published it: nobody keeps the token. */
  private Optional<String> link(HttpSession session, Questionnaire questionnaire) {
    return questionnaire == null || questionnaire.closed()
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(remembered(questionnaire.caseId())))
            .map(
                token ->
                    questionnaires.address(
                        token, ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
  }

  private static void remember(HttpSession session, MeetingTask task, String token) {
    session.setAttribute(remembered(task.caseId()), token);
  }

  private static String remembered(String caseId) {
    return "questionnaire." + caseId;
  }

  /** Somebody to whom an opinion may be addressed. */
  public record Choice(String key, String label) {}

  /** An opinion in the list. */
  public record Row(
      String id,
      int number,
      String source,
      String addressee,
      String text,
      String handedOver,
      boolean byHand) {}

  /** The texts of a questionnaire before it is published; 【姓名】 stands for each member. */
  public record Proposal(
      String title,
      String asker,
      String introduction,
      LocalDate closesOn,
      String bodyLabel,
      String themeLabel,
      String memberLabel) {

    Proposal(Draft draft, MultiValueMap<String, String> form) {
      this(
          draft.title(),
          draft.asker(),
          draft.introduction(),
          draft.closesOn(),
          Typed.text(form, "bodyLabel"),
          Typed.text(form, "themeLabel"),
          Typed.text(form, "memberLabel"));
    }
  }
}
