package org.dangwu.memberreview.grading;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.ballot.TellerList;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.Assembly.Manner;
import org.dangwu.memberreview.grading.Assembly.Vote;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the assembly's counts are recorded: on the whole list or one by one (F-B7, B16, E10). */
@Controller
@RequestMapping("/member-review/task/{taskId}/assembly")
class AssemblyPage {

  private static final String STEP = Tasks.HOLD_ASSEMBLY;

  private final ReviewTasks tasks;
  private final AssemblyBook book;
  private final AssemblyRules rules;
  private final AssemblyVote votes;
  private final AssemblyNumbers numbers;
  private final Committee committee;
  private final Sentences sentences;
  private final Clock clock;

  AssemblyPage(
      ReviewTasks tasks,
      AssemblyBook book,
      AssemblyRules rules,
      AssemblyVote votes,
      AssemblyNumbers numbers,
      Committee committee,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.book = book;
    this.rules = rules;
    this.votes = votes;
    this.numbers = numbers;
    this.committee = committee;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    return page(task, book.find(taskId).orElseGet(() -> nothingYet(task)), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Assembly given = given(task, form);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          rules.check(given, task.caseId());
          book.save(task.caseId(), given, user.getName());
          return sentences.say("assembly.saved", given.due(), given.present());
        },
        model);
    return page(task, given, model);
  }

  private Assembly nothingYet(DeskTask task) {
    int due = rules.due(task.caseId()).size();
    return new Assembly(
        task.taskId(),
        numbers.sitting(task.caseId()),
        numbers.next(task.caseId()),
        LocalDate.now(clock),
        due,
        due,
        List.of(),
        committee.members(task.organization()).stream()
            .findFirst()
            .map(TellerList.Choice::id)
            .orElse(""),
        Manner.WHOLE,
        "",
        List.of());
  }

  private Assembly given(DeskTask task, Typed form) {
    Manner manner = form.choice(Manner.class, "manner");
    List<String> subjects =
        manner == Manner.EACH
            ? rules.before(task.caseId()).stream().map(Item::itemId).toList()
            : List.of("");
    String chair = form.text("chair");
    boolean known =
        committee.members(task.organization()).stream().anyMatch(m -> m.id().equals(chair));
    return new Assembly(
        task.taskId(),
        numbers.sitting(task.caseId()),
        numbers.next(task.caseId()),
        form.day("heldOn"),
        rules.due(task.caseId()).size(),
        form.number("present"),
        form.chosen("absent"),
        known ? chair : "",
        manner,
        form.text("discussion"),
        subjects.stream().flatMap(subject -> vote(subject, form)).toList());
  }

  /** The numbers of one vote; none when nothing at all was typed. */
  private static Stream<Vote> vote(String subject, Typed form) {
    String end = subject.isEmpty() ? "" : "-" + subject;
    boolean nothing =
        Stream.of("approve", "against", "abstain")
            .allMatch(name -> form.text(name + end).isEmpty());
    return nothing
        ? Stream.empty()
        : Stream.of(
            new Vote(
                subject,
                form.number("approve" + end),
                form.number("against" + end),
                form.number("abstain" + end)));
  }

  private String page(DeskTask task, Assembly assembly, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("today", LocalDate.now(clock));
    if (task.held()) {
      Map<String, Vote> cast =
          assembly.votes().stream().collect(Collectors.toMap(Vote::subject, Function.identity()));
      model.addAttribute("assembly", view(assembly));
      model.addAttribute("whole", cast.getOrDefault("", null));
      model.addAttribute("voters", rules.due(task.caseId()));
      model.addAttribute("chairs", committee.members(task.organization()));
      model.addAttribute("manners", Manner.values());
      model.addAttribute("needed", votes.on(assembly.due(), assembly.due(), 0));
      model.addAttribute(
          "rows",
          rules.before(task.caseId()).stream()
              .map(
                  item ->
                      new Row(
                          item.itemId(),
                          item.personName(),
                          item.proposed().label(),
                          item.reason(),
                          item.state() == ItemState.NOT_CARRIED,
                          cast.get(item.itemId())))
              .toList());
    }
    return "memberreview/assembly";
  }

  private static View view(Assembly assembly) {
    return new View(
        assembly.number(),
        assembly.heldOn(),
        assembly.due(),
        assembly.present(),
        assembly.absent(),
        assembly.chair(),
        assembly.manner(),
        assembly.discussion());
  }

  /** The assembly as the page shows it. */
  public record View(
      int number,
      LocalDate heldOn,
      int due,
      int present,
      List<String> absent,
      String chair,
      Object manner,
      String discussion) {}

  /** A proposal before the assembly. */
  public record Row(
      String itemId, String name, String grade, String reason, boolean again, Vote vote) {}
}
