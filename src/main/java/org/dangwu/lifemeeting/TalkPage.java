package org.dangwu.lifemeeting;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dangwu.dossier.Secrecy;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
import org.dangwu.lifemeeting.TalkCoverage.Wanted;
import org.dangwu.procedure.RosterEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger of talks with its matrix of who talked with whom (A11, F-A3). */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/talks")
class TalkPage {

  private static final String VIEW = "lifemeeting/talks";

  private final MeetingTasks tasks;
  private final TalkBook book;
  private final TalkCoverage coverage;
  private final Sentences sentences;
  private final Clock clock;

  TalkPage(
      MeetingTasks tasks, TalkBook book, TalkCoverage coverage, Sentences sentences, Clock clock) {
    this.tasks = tasks;
    this.book = book;
    this.coverage = coverage;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.TALK, user.getName());
    model.addAttribute("task", task);
    if (task.held()) {
      List<Wanted> wanted = wanted(task);
      Map<String, Wanted> byGap =
          wanted.stream().collect(Collectors.toMap(Wanted::gap, Function.identity()));
      List<UnitInCharge> units = units(task);
      model.addAttribute("matrix", matrix(task, byGap));
      model.addAttribute("units", units.stream().map(unit -> unitRow(task, unit, byGap)).toList());
      model.addAttribute("open", wanted.stream().filter(Wanted::open).toList());
      model.addAttribute("missing", wanted.stream().filter(Wanted::missing).count());
      model.addAttribute("talks", book.of(task.caseId()).stream().map(t -> row(task, t)).toList());
      model.addAttribute("secrecies", List.of(Secrecy.WORK_SECRET, Secrecy.INTERNAL));
      model.addAttribute("today", LocalDate.now(clock));
    }
    return VIEW;
  }

  @PostMapping
  String add(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    form.forEach((name, values) -> result.addFlashAttribute("typed_" + name, values));
    return done(
        taskId,
        result,
        () -> {
          List<Talk> talks = talks(task, form);
          book.add(task.caseId(), talks);
          // The next talk has the same day and place more often than the same people.
          result.getFlashAttributes().remove("typed_with");
          result.getFlashAttributes().remove("typed_requestedBy");
          return sentences.say("talk.added", String.valueOf(talks.size()));
        });
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
          book.remove(task.caseId(), id);
          return sentences.say("talk.removed");
        });
  }

  @PostMapping("/units")
  String addUnit(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String unitName,
      @RequestParam(defaultValue = "") String headName,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          requireDue(task, member);
          sentences.require(Typed.fits(unitName, 100), "talk.unit");
          sentences.require(Typed.fits(headName, 50), "talk.head");
          sentences.require(
              book.addUnit(task.organization(), member, unitName.strip(), headName.strip()),
              "talk.unit.twice");
          return sentences.say("talk.unit.added");
        });
  }

  @PostMapping("/units/{id}/remove")
  String removeUnit(
      @PathVariable String taskId,
      @PathVariable String id,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          book.removeUnit(task.organization(), id);
          return sentences.say("talk.unit.removed");
        });
  }

  @PostMapping("/reasons")
  String explain(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          Map<String, String> reasons = new HashMap<>();
          for (Wanted gap : wanted(task)) {
            String reason = form.getFirst("reason-" + gap.gap());
            if (gap.open() && reason != null) {
              sentences.require(reason.strip().length() <= 300, "talk.reason");
              reasons.put(gap.gap(), reason);
            }
          }
          book.explain(task.caseId(), reasons);
          return sentences.say("talk.reasons.saved");
        });
  }

  /** One talk for each counterpart that was ticked. */
  private List<Talk> talks(MeetingTask task, MultiValueMap<String, String> form) {
    String member = Typed.text(form, "member");
    requireDue(task, member);
    LocalDate day = Typed.day(Typed.text(form, "day"));
    sentences.require(day != null && !day.isAfter(LocalDate.now(clock)), "talk.day");
    sentences.require(Typed.fits(Typed.text(form, "place"), 100), "talk.place");
    sentences.require(Typed.fits(Typed.text(form, "topics"), 500), "talk.topics");
    Secrecy secrecy =
        Typed.text(form, "secrecy").equals(Secrecy.INTERNAL.name())
            ? Secrecy.INTERNAL
            : Secrecy.WORK_SECRET;
    List<Talk> talks = new ArrayList<>();
    for (String with : form.getOrDefault("with", List.of()).stream().distinct().toList()) {
      talks.add(
          talk(
              task,
              member,
              with,
              day,
              Typed.text(form, "place"),
              Typed.text(form, "topics"),
              secrecy));
    }
    String requestedBy = Typed.text(form, "requestedBy").strip();
    sentences.require(requestedBy.length() <= 100, "talk.requestedBy");
    if (!requestedBy.isEmpty()) {
      talks.add(
          new Talk(
              null,
              TalkKind.REQUESTED,
              member,
              requestedBy,
              day,
              Typed.text(form, "place").strip(),
              Typed.text(form, "topics").strip(),
              secrecy));
    }
    sentences.require(!talks.isEmpty(), "talk.nobody");
    return talks;
  }

  private Talk talk(
      MeetingTask task,
      String member,
      String with,
      LocalDate day,
      String place,
      String topics,
      Secrecy secrecy) {
    for (UnitInCharge unit : units(task)) {
      if (with.equals("unit:" + unit.id())) {
        if (!unit.personId().equals(member)) {
          throw sentences.refusal("talk.unit.other", unit.unitName(), task.name(member));
        }
        return new Talk(
            null,
            TalkKind.UNIT,
            member,
            unit.unitName(),
            day,
            place.strip(),
            topics.strip(),
            secrecy);
      }
    }
    requireDue(task, with);
    sentences.require(!with.equals(member), "talk.self");
    return new Talk(
        null, TalkKind.MEMBERS, member, with, day, place.strip(), topics.strip(), secrecy);
  }

  private List<Wanted> wanted(MeetingTask task) {
    return coverage.of(task.caseId(), task.organization(), task.year(), task.due());
  }

  /** Units in the charge of those who are members now. */
  private List<UnitInCharge> units(MeetingTask task) {
    return book.units(task.organization()).stream()
        .filter(unit -> task.isDue(unit.personId()))
        .toList();
  }

  private static List<Line> matrix(MeetingTask task, Map<String, Wanted> byGap) {
    List<Line> lines = new ArrayList<>();
    for (RosterEntry one : task.due()) {
      List<Wanted> cells = new ArrayList<>();
      for (RosterEntry other : task.due()) {
        Wanted pair = byGap.get(one.personId() + "~" + other.personId());
        cells.add(pair == null ? byGap.get(other.personId() + "~" + one.personId()) : pair);
      }
      lines.add(new Line(one.name(), cells));
    }
    return lines;
  }

  private static UnitRow unitRow(MeetingTask task, UnitInCharge unit, Map<String, Wanted> byGap) {
    return new UnitRow(
        unit.id(),
        task.name(unit.personId()),
        unit.unitName(),
        unit.headName(),
        byGap.get("unit:" + unit.id()));
  }

  private static Row row(MeetingTask task, Talk talk) {
    return new Row(
        talk.id(),
        talk.day(),
        talk.kind().label(),
        task.name(talk.personId()),
        talk.kind() == TalkKind.MEMBERS ? task.name(talk.counterpart()) : talk.counterpart(),
        talk.place(),
        talk.topics(),
        talk.secrecy().label());
  }

  private MeetingTask writable(String taskId, Principal user) {
    return tasks.openHeld(taskId, Tasks.TALK, user.getName());
  }

  private static String done(String taskId, RedirectAttributes result, Supplier<String> work) {
    return PageAnswer.of(taskId, "talks", result, work);
  }

  private void requireDue(MeetingTask task, String person) {
    sentences.require(task.isDue(person), "talk.stranger");
  }

  /** One member's line of the matrix; null where he would meet himself. */
  public record Line(String name, List<Wanted> cells) {}

  /** A unit in charge with where its talk stands. */
  public record UnitRow(String id, String member, String unit, String head, Wanted wanted) {}

  /** A talk in the ledger. */
  public record Row(
      String id,
      LocalDate day,
      String kind,
      String member,
      String counterpart,
      String place,
      String topics,
      String secrecy) {}
}
