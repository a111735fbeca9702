package org.dangwu.debriefing.outcome;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.personnel.PersonnelEntry;
import org.dangwu.personnel.PersonnelReceipt;
import org.dangwu.personnel.PersonnelRegister;
import org.dangwu.publication.Passages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where opinions and grades are handed over to personnel files against receipts (C19). */
@Controller
@RequestMapping("/debriefing/task/{taskId}/personnel-files")
class DebriefPersonnelPage {

  static final String OPINION = "evaluationOpinion";

  private static final String STEP = Tasks.CONFIRM_PERSONNEL_FILES;
  private static final int LONGEST = 100;

  private final DebriefTasks tasks;
  private final DebriefEntries entries;
  private final PersonnelRegister register;
  private final Dossiers dossiers;
  private final Passages passages;
  private final DebriefSentences sentences;
  private final Clock clock;

  DebriefPersonnelPage(
      DebriefTasks tasks,
      DebriefEntries entries,
      PersonnelRegister register,
      Dossiers dossiers,
      Passages passages,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.entries = entries;
    this.register = register;
    this.dossiers = dossiers;
    this.passages = passages;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    return page(tasks.open(taskId, STEP, user.getName()), Map.of(), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Map<String, PersonnelReceipt> typed = new LinkedHashMap<>();
    for (PersonnelEntry entry : register.ofCase(task.caseId())) {
      if (entry.material().receiptNeeded()) {
        typed.put(entry.entryId(), receipt(form, entry.entryId()));
      }
    }
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          Map<String, PersonnelReceipt> complete = new LinkedHashMap<>();
          for (PersonnelEntry entry : register.ofCase(task.caseId())) {
            PersonnelReceipt receipt = typed.get(entry.entryId());
            if (receipt != null && !empty(receipt)) {
              check(entry, receipt);
              complete.put(entry.entryId(), receipt);
            }
          }
          register.confirm(complete, user.getName());
          return sentences.say("outcome.files.saved", String.valueOf(complete.size()));
        },
        model);
    return page(task, typed, model);
  }

  /** The copy for the personnel file: opinion and grade of one person, to be printed. */
  @GetMapping("/{entryId}")
  String copy(
      @PathVariable String taskId, @PathVariable String entryId, Principal user, Model model) {
    DeskTask task = tasks.openOwn(taskId, STEP, user.getName());
    DebriefEntry entry =
        entries.graded(task.caseId()).stream()
            .filter(found -> found.entryId().equals(entryId))
            .findFirst()
            .orElseThrow(tasks::gone);
    DossierDocument opinion =
        dossiers
            .find(DocumentKey.about(entry.caseId(), OPINION, entry.personId()))
            .filter(DossierDocument::isFinal)
            .orElseThrow(tasks::gone);
    model.addAttribute("task", task);
    model.addAttribute("entry", entry);
    model.addAttribute("passages", passages.of(OPINION, opinion.id(), user.getName()));
    return "debriefing/outcome/file-copy";
  }

  private static PersonnelReceipt receipt(Typed form, String id) {
    return new PersonnelReceipt(
        form.day("day-" + id), form.text("number-" + id), form.text("receiver-" + id));
  }

  private static boolean empty(PersonnelReceipt receipt) {
    return receipt.day() == null && receipt.number().isEmpty() && receipt.receiver().isEmpty();
  }

  private void check(PersonnelEntry entry, PersonnelReceipt receipt) {
    String name = entry.material().personName();
    if (receipt.day() == null
        || receipt.number().isEmpty()
        || receipt.receiver().isEmpty()
        || receipt.number().length() > LONGEST
        || receipt.receiver().length() > LONGEST) {
      throw sentences.refusal("outcome.files.incomplete", name, String.valueOf(LONGEST));
    }
    if (receipt.day().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("outcome.files.future", name);
    }
  }

  private String page(DeskTask task, Map<String, PersonnelReceipt> typed, Model model) {
    model.addAttribute("task", task);
    if (task.held()) {
      List<Row> rows =
          register.ofCase(task.caseId()).stream()
              .map(entry -> row(entry, typed.getOrDefault(entry.entryId(), entry.receipt())))
              .toList();
      model.addAttribute("rows", rows);
      model.addAttribute("today", LocalDate.now(clock));
      model.addAttribute(
          "withoutFile",
          entries.graded(task.caseId()).stream()
              .filter(
                  graded -> rows.stream().noneMatch(row -> row.source().equals(graded.entryId())))
              .map(graded -> graded.organizationName() + graded.name())
              .toList());
    }
    return "debriefing/outcome/personnel-files";
  }

  private static Row row(PersonnelEntry entry, PersonnelReceipt receipt) {
    return new Row(
        entry.entryId(),
        entry.material().source(),
        entry.material().personName(),
        entry.material().target().label() + "第" + entry.material().fileClass() + "类",
        entry.material().destination(),
        entry.material().receiptNeeded(),
        receipt == null ? null : receipt.day(),
        receipt == null ? "" : receipt.number(),
        receipt == null ? "" : receipt.receiver());
  }

  /**
   * One line of the page.
   *
   * @param source id of the entry, by which its copy is found
   */
  public record Row(
      String id,
      String source,
      String name,
      String target,
      String destination,
      boolean receiptNeeded,
      LocalDate day,
      String number,
      String receiver) {}
}
