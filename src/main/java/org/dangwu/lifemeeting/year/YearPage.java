package org.dangwu.lifemeeting.year;

import java.security.Principal;
import java.util.List;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.procedure.CaseRoles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where each body stands in the year, for those at the superior. */
@Controller
@RequestMapping("/life-meeting/year")
class YearPage {

  private static final List<String> AT_THE_SUPERIOR =
      List.of(
          CaseRoles.ORGANIZATION_DEPARTMENT,
          CaseRoles.DISCIPLINE_COMMISSION,
          CaseRoles.MEMBER,
          "office");

  private final YearBook book;
  private final YearStandings standings;
  private final CaseRoles roles;
  private final TaskModels tasks;
  private final Sentences sentences;

  YearPage(
      YearBook book,
      YearStandings standings,
      CaseRoles roles,
      TaskModels tasks,
      Sentences sentences) {
    this.book = book;
    this.standings = standings;
    this.roles = roles;
    this.tasks = tasks;
    this.sentences = sentences;
  }

  @GetMapping("/{caseId}")
  String show(@PathVariable String caseId, Principal user, Model model) {
    describe(
        book.find(caseId)
            .filter(found -> roles.holdsAny(user.getName(), found.organization(), AT_THE_SUPERIOR))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
        model);
    return "lifemeeting/year/standings";
  }

  @GetMapping("/task/{taskId}")
  String task(@PathVariable String taskId, Model model) {
    TaskView task =
        tasks
            .find(taskId)
            .filter(found -> found.elementId().equals(YearGuard.RESOLVE_BLOCKED))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
    describe(book.find(task.fact("caseId")).orElseThrow(), model);
    return "lifemeeting/year/blocked";
  }

  private void describe(Deployment deployment, Model model) {
    model.addAttribute("deployment", deployment);
    model.addAttribute("bodies", standings.of(deployment));
  }
}
