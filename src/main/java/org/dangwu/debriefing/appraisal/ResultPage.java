package org.dangwu.debriefing.appraisal;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.appraisal.FeedbackBook.Feedback;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a secretary reads his own result, acknowledges it and may say something to it (C17). */
@Controller("debriefResultPage")
@RequestMapping("/debriefing/task/{taskId}/result")
class ResultPage {

  static final String STEP = Tasks.ACKNOWLEDGE_RESULT;
  private static final int LONGEST = 4000;

  private final DebriefTasks tasks;
  private final DebriefEntries entries;
  private final FeedbackBook book;
  private final ResultNotes notes;
  private final AppraisalSentences sentences;
  private final TransactionOperations transactions;

  ResultPage(
      DebriefTasks tasks,
      DebriefEntries entries,
      FeedbackBook book,
      ResultNotes notes,
      AppraisalSentences sentences,
      TransactionOperations transactions) {
    this.tasks = tasks;
    this.entries = entries;
    this.book = book;
    this.notes = notes;
    this.sentences = sentences;
    this.transactions = transactions;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.openOwn(taskId, STEP, user.getName());
    DebriefEntry entry = own(task, user.getName());
    book.seen(entry.entryId());
    return page(task, entry, book.find(entry.entryId()).map(Feedback::statement).orElse(""), model);
  }

  @PostMapping
  String acknowledge(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.openOwn(taskId, STEP, user.getName());
    DebriefEntry entry = own(task, user.getName());
    String statement = new Typed(sent).text("statement");
    Reply.to(
        () -> {
          if (statement.length() > LONGEST) {
            throw sentences.refusal("result.long", String.valueOf(LONGEST));
          }
          transactions.executeWithoutResult(status -> book.acknowledge(entry.entryId(), statement));
          return sentences.say("result.saved");
        },
        model);
    return page(task, entry, statement, model);
  }

  /** Only he whom the result is about, whoever else may see that there is such a task. */
  private DebriefEntry own(DeskTask task, String user) {
    return entries
        .find(task.fact(DebriefingProcess.ENTRY_ID))
        .filter(entry -> entry.personId().equals(user))
        .orElseThrow(tasks::gone);
  }

  private String page(DeskTask task, DebriefEntry entry, String statement, Model model) {
    Map<String, String> note = notes.read(entry);
    model.addAttribute("task", task);
    model.addAttribute("name", entry.name());
    model.addAttribute("note", note.isEmpty() ? null : note);
    model.addAttribute("statement", statement);
    model.addAttribute(
        "acknowledged",
        Optional.of(entry.entryId())
            .flatMap(book::find)
            .filter(Feedback::acknowledged)
            .isPresent());
    return "debriefing/appraisal/result";
  }
}
