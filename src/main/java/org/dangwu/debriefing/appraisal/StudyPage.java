package org.dangwu.debriefing.appraisal;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.debriefing.appraisal.Study.Absence;
import org.dangwu.debriefing.appraisal.Study.Vote;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the study of the grades by the committee is recorded (C16, C24, E27, E28). */
@Controller("debriefStudyPage")
@RequestMapping("/debriefing/task/{taskId}/study")
class StudyPage {

  static final String STEP = Tasks.STUDY_GRADES;
  private static final List<String> COUNTS = List.of("approve", "against", "abstain");
  private static final List<String> NO_COUNTS = List.of("", "", "");

  private final DebriefTasks tasks;
  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final StudyBook book;
  private final StudyRules rules;
  private final StudyMembers members;
  private final StudyVote votes;
  private final ComeBack comeBack;
  private final AppraisalSentences sentences;
  private final Clock clock;

  StudyPage(
      DebriefTasks tasks,
      GradedEntries entries,
      OpinionBook opinions,
      StudyBook book,
      StudyRules rules,
      StudyMembers members,
      StudyVote votes,
      ComeBack comeBack,
      AppraisalSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.entries = entries;
    this.opinions = opinions;
    this.book = book;
    this.rules = rules;
    this.members = members;
    this.votes = votes;
    this.comeBack = comeBack;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Study study = book.find(taskId).orElseGet(() -> nothingYet(task));
    return page(task, study, entry -> recorded(entry, study), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Typed form = new Typed(sent);
    Study given = given(task, form);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          rules.check(given, task.caseId(), task.organization());
          book.save(task.caseId(), given, user.getName());
          return sentences.say(
              "study.saved", String.valueOf(given.due()), String.valueOf(given.present()));
        },
        model);
    model.addAttribute("whole", Counts.of("", form));
    return page(task, given, entry -> typed(entry, form), model);
  }

  /** A further study begins with nobody's vote. */
  private Study nothingYet(DeskTask task) {
    int due = members.of(task.organization()).size();
    return new Study(
        task.taskId(),
        book.next(task.caseId()),
        LocalDate.now(clock),
        due,
        due,
        members.of(task.organization()).stream()
            .findFirst()
            .map(StudyMembers.Member::id)
            .orElse(""),
        false,
        false,
        "",
        List.of(),
        List.of(),
        null);
  }

  private Study given(DeskTask task, Typed form) {
    Set<String> due = members.ids(task.organization());
    List<Absence> absences =
        form.chosen("absent").stream()
            .filter(due::contains)
            .map(person -> new Absence(person, form.text("written-" + person)))
            .toList();
    return new Study(
        task.taskId(),
        book.next(task.caseId()),
        form.day("heldOn"),
        due.size(),
        due.size() - absences.size(),
        form.text("chair"),
        form.checked("hostLast"),
        form.checked("sentBack"),
        form.text("discussion"),
        absences,
        entries.of(task.caseId()).stream().flatMap(entry -> vote(entry, due, form)).toList(),
        null);
  }

  /** The counts of his own where they were typed, else those of the vote on the whole list. */
  private Stream<Vote> vote(DebriefEntry entry, Set<String> due, Typed form) {
    Counts own = Counts.of("-" + entry.entryId(), form);
    Counts counts = own.isEmpty() ? Counts.of("", form) : own;
    SecretaryGrade grade = form.choice(SecretaryGrade.class, "grade-" + entry.entryId());
    return counts.isEmpty() || grade == null
        ? Stream.empty()
        : Stream.of(
            new Vote(
                entry.entryId(),
                grade,
                form.text("reason-" + entry.entryId()),
                counts.number(0),
                counts.number(1),
                counts.number(2),
                members.recused(entry, form.chosen("recused-" + entry.entryId()), due)));
  }

  private String page(DeskTask task, Study study, Function<DebriefEntry, Cast> cast, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("today", LocalDate.now(clock));
    if (task.held()) {
      fill(task, study, cast, model);
    }
    return "debriefing/appraisal/study";
  }

  private void fill(DeskTask task, Study study, Function<DebriefEntry, Cast> cast, Model model) {
    Set<String> due = members.ids(task.organization());
    Map<String, Opinion> written = opinions.of(task.caseId());
    model.addAttribute("study", View.of(study));
    model.addAttribute("needed", votes.on(study.due(), study.due(), 0));
    model.addAttribute("grades", SecretaryGrade.values());
    model.addAttribute("reasons", comeBack.of(task.caseId()));
    model.addAttribute("earlier", book.held(task.caseId()).stream().map(this::earlier).toList());
    model.addAttribute(
        "members",
        members.of(task.organization()).stream()
            .map(
                member ->
                    new Seat(
                        member.id(),
                        member.name(),
                        study.isAbsent(member.id()),
                        study.absences().stream()
                            .filter(absence -> absence.personId().equals(member.id()))
                            .map(Absence::writtenOpinion)
                            .findFirst()
                            .orElse("")))
            .toList());
    model.addAttribute(
        "rows",
        entries.of(task.caseId()).stream()
            .map(
                entry ->
                    row(
                        entry,
                        written.getOrDefault(
                            entry.entryId(), Opinion.empty(entry.entryId(), task.caseId())),
                        cast.apply(entry),
                        due))
            .toList());
  }

  private Row row(DebriefEntry entry, Opinion opinion, Cast cast, Set<String> due) {
    return new Row(
        entry.entryId(),
        entry.name(),
        entry.organizationName(),
        opinion.achievements(),
        opinion.problems(),
        opinion.grade() == null ? "" : opinion.grade().label(),
        cast.grade() == null ? opinion.grade() : cast.grade(),
        cast.reason(),
        cast.counts(),
        members.recused(entry, cast.recused(), due),
        due.contains(entry.personId()) ? entry.personId() : "");
  }

  private static Cast typed(DebriefEntry entry, Typed form) {
    return new Cast(
        form.choice(SecretaryGrade.class, "grade-" + entry.entryId()),
        form.text("reason-" + entry.entryId()),
        Counts.of("-" + entry.entryId(), form).typed(),
        form.chosen("recused-" + entry.entryId()));
  }

  /** What the committee changed in the last study stays proposed, but not how it was voted. */
  private Cast recorded(DebriefEntry entry, Study study) {
    return study
        .on(entry.entryId())
        .map(
            vote ->
                new Cast(
                    vote.grade(),
                    vote.reason(),
                    Stream.of(vote.approve(), vote.against(), vote.abstain())
                        .map(String::valueOf)
                        .toList(),
                    List.copyOf(vote.recused())))
        .or(
            () ->
                book.latest(entry.caseId())
                    .flatMap(last -> last.on(entry.entryId()))
                    .filter(last -> !last.reason().isEmpty())
                    .map(last -> new Cast(last.grade(), last.reason(), NO_COUNTS, List.of())))
        .orElse(new Cast(null, "", NO_COUNTS, List.of()));
  }

  private Earlier earlier(Study study) {
    return new Earlier(
        study.number(),
        study.heldOn(),
        study.due(),
        study.present(),
        sentences.say("study.outcome." + (study.sentBack() ? "SENT_BACK" : study.outcome())));
  }

  /** Three boxes as typed. */
  public record Counts(List<String> typed) {

    static Counts of(String end, Typed form) {
      return new Counts(COUNTS.stream().map(name -> form.text(name + end)).toList());
    }

    boolean isEmpty() {
      return typed.stream().allMatch(String::isEmpty);
    }

    /** An empty box beside filled ones is none; what is no number is refused later. */
    int number(int index) {
      String text = typed.get(index);
      if (text.isEmpty()) {
        return 0;
      }
      return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }
  }

  /** The study as the page shows it. */
  public record View(
      int number,
      LocalDate heldOn,
      int due,
      String chair,
      boolean hostLast,
      boolean sentBack,
      String discussion) {

    static View of(Study study) {
      return new View(
          study.number(),
          study.heldOn(),
          study.due(),
          study.chair(),
          study.hostLast(),
          study.sentBack(),
          study.discussion());
    }
  }

  /** What is in the boxes of one secretary. */
  private record Cast(
      SecretaryGrade grade, String reason, List<String> counts, List<String> recused) {}

  /** A member of the committee. */
  public record Seat(String id, String name, boolean absent, String written) {}

  /** A study that is over. */
  public record Earlier(int number, LocalDate heldOn, int due, int present, String outcome) {}

  /**
   * A secretary before the committee.
   *
   * @param self his id when he himself is a member, who always keeps out
   */
  public record Row(
      String entryId,
      String name,
      String organization,
      String achievements,
      String problems,
      String proposed,
      SecretaryGrade grade,
      String reason,
      List<String> counts,
      Set<String> recused,
      String self) {}
}
