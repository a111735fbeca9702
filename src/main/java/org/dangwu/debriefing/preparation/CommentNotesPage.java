package org.dangwu.debriefing.preparation;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefFieldCheck;
import org.dangwu.debriefing.DebriefFieldChecks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.People;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Where the superior prepares his comments, one secretary at a time (C06). What is written here is
 * offered when the comments are recorded; it is no document. Nobody reads what is said of himself.
 */
@Controller
@RequestMapping("/debriefing/case/{caseId}/comment-notes")
class CommentNotesPage {

  private static final int LONGEST = 2000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final ProcedureCases cases;
  private final Preparers preparers;
  private final DebriefEntries entries;
  private final DebriefFieldChecks checks;
  private final ReportMaterials materials;
  private final ReportPapers papers;
  private final CommentNoteBook book;
  private final People people;
  private final DebriefTasks tasks;
  private final DebriefSentences sentences;
  private final Clock clock;

  CommentNotesPage(
      ProcedureCases cases,
      Preparers preparers,
      DebriefEntries entries,
      DebriefFieldChecks checks,
      ReportMaterials materials,
      ReportPapers papers,
      CommentNoteBook book,
      People people,
      DebriefTasks tasks,
      DebriefSentences sentences,
      Clock clock) {
    this.cases = cases;
    this.preparers = preparers;
    this.entries = entries;
    this.checks = checks;
    this.materials = materials;
    this.papers = papers;
    this.book = book;
    this.people = people;
    this.tasks = tasks;
    this.sentences = sentences;
    this.clock = clock;
  }

  static String path(String caseId) {
    return "/debriefing/case/" + caseId + "/comment-notes";
  }

  @GetMapping
  String show(
      @PathVariable String caseId,
      @RequestParam(defaultValue = "") String entry,
      Principal user,
      Model model) {
    ProcedureCase run = run(caseId, user);
    List<DebriefEntry> others = others(caseId, user);
    DebriefEntry chosen =
        entry.isEmpty()
            ? others.stream().filter(one -> !noted(one)).findFirst().orElse(first(others))
            : entry(others, entry);
    CommentNote note = chosen == null ? CommentNote.NONE : book.find(chosen.entryId());
    return page(run, user, others, chosen, note.points(), note, model);
  }

  @PostMapping
  String save(
      @PathVariable String caseId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    ProcedureCase run = run(caseId, user);
    List<DebriefEntry> others = others(caseId, user);
    Typed typed = new Typed(form);
    DebriefEntry entry = entry(others, typed.text("entry"));
    boolean saved =
        Reply.to(
            () -> {
              keep(run, entry, typed, user);
              return sentences.say("notes.saved", entry.name());
            },
            model);
    CommentNote note = book.find(entry.entryId());
    return page(
        run, user, others, entry, saved ? note.points() : typed.text("points"), note, model);
  }

  /** What the page sends by itself while somebody types. */
  @PostMapping("/draft")
  @ResponseBody
  ResponseEntity<Map<String, String>> draft(
      @PathVariable String caseId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user) {
    ProcedureCase run = run(caseId, user);
    Typed typed = new Typed(form);
    try {
      int revision = keep(run, entry(others(caseId, user), typed.text("entry")), typed, user);
      return ResponseEntity.ok(
          Map.of(
              "savedAt", TIME.format(LocalTime.now(clock)), "revision", String.valueOf(revision)));
    } catch (SubmissionRefused refused) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(Map.of("message", refused.getMessage()));
    }
  }

  private int keep(ProcedureCase run, DebriefEntry entry, Typed typed, Principal user) {
    String points = typed.text("points");
    if (run.state() != ProcedureCase.State.RUNNING) {
      throw sentences.refusal("notes.ended");
    }
    if (points.length() > LONGEST) {
      throw sentences.refusal("notes.long", LONGEST);
    }
    return book.save(
        run.caseId(), entry.entryId(), points, typed.number("revision"), user.getName());
  }

  private String page(
      ProcedureCase run,
      Principal user,
      List<DebriefEntry> others,
      DebriefEntry chosen,
      String points,
      CommentNote note,
      Model model) {
    model.addAttribute("run", run);
    model.addAttribute("path", path(run.caseId()));
    model.addAttribute("ended", run.state() != ProcedureCase.State.RUNNING);
    model.addAttribute(
        "entries",
        others.stream()
            .map(one -> new FieldPage.Tab(one, noted(one), one.equals(chosen)))
            .toList());
    model.addAttribute("chosen", chosen);
    model.addAttribute("points", points);
    model.addAttribute("note", note);
    model.addAttribute("longest", LONGEST);
    if (chosen != null) {
      model.addAttribute(
          "writer",
          note.revision() == 0
              ? ""
              : people.name(note.writtenBy())
                  + " "
                  + MOMENT.format(note.writtenAt().atZoneSameInstant(clock.getZone())));
      model.addAttribute("report", papers.report(run.caseId(), chosen.personId()).orElse(""));
      model.addAttribute("open", materials.open(chosen, run.year(), LocalDate.now(clock)));
      model.addAttribute("keyContents", materials.keyContents(chosen));
      model.addAttribute(
          "found",
          preparers.readsFieldChecks(user.getName(), run)
              ? checks.find(chosen.entryId()).map(DebriefFieldCheck::problems).orElse(List.of())
              : List.of());
    }
    return "debriefing/comment-notes";
  }

  /** Whoever may not, is told the same as when there is no such run. */
  private ProcedureCase run(String caseId, Principal user) {
    return cases
        .find(caseId)
        .filter(run -> preparers.prepares(user.getName(), run))
        .orElseThrow(tasks::gone);
  }

  private List<DebriefEntry> others(String caseId, Principal user) {
    return entries.active(caseId).stream()
        .filter(entry -> !entry.personId().equals(user.getName()))
        .toList();
  }

  private DebriefEntry entry(List<DebriefEntry> others, String entryId) {
    return others.stream()
        .filter(entry -> entry.entryId().equals(entryId))
        .findFirst()
        .orElseThrow(tasks::gone);
  }

  private boolean noted(DebriefEntry entry) {
    return !book.find(entry.entryId()).points().isEmpty();
  }

  private static DebriefEntry first(List<DebriefEntry> others) {
    return others.isEmpty() ? null : others.get(0);
  }
}
