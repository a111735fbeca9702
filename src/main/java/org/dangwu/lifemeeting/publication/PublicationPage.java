package org.dangwu.lifemeeting.publication;

import java.security.Principal;
import java.util.List;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.LifeMeetingProcess;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.publication.Passages;
import org.dangwu.publication.Passages.Passage;
import org.dangwu.publication.Readers;
import org.dangwu.publication.Readership;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where measures are looked over before they are made known, in the frame of Tasklist. */
@Controller
class PublicationPage {

  private final Readers readers;
  private final Dossiers dossiers;
  private final Passages passages;
  private final TaskModels tasks;
  private final Sentences sentences;

  PublicationPage(
      Readers readers,
      Dossiers dossiers,
      Passages passages,
      TaskModels tasks,
      Sentences sentences) {
    this.readers = readers;
    this.dossiers = dossiers;
    this.passages = passages;
    this.tasks = tasks;
    this.sentences = sentences;
  }

  /** Where notices were read before there was one page for all procedures. */
  @GetMapping("/life-meeting/notices")
  String moved() {
    return "redirect:/published";
  }

  @GetMapping("/life-meeting/task/{taskId}/publish")
  String preview(@PathVariable String taskId, Principal user, Model model) {
    TaskView task =
        tasks
            .find(taskId)
            .filter(found -> found.elementId().equals(PublicationGuard.PUBLISH_MEASURES))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
    boolean held = user.getName().equals(task.assignee());
    model.addAttribute("held", held);
    model.addAttribute(
        "readers",
        readers.told(Readership.inside(task.fact(LifeMeetingProcess.ORGANIZATION.name()))).size());
    model.addAttribute("passages", held ? draft(task, user.getName()) : List.of());
    return "lifemeeting/publish";
  }

  private List<Passage> draft(TaskView task, String user) {
    String type = MadeKnown.MEASURES.documentType();
    return dossiers
        .find(DocumentKey.of(task.fact(LifeMeetingProcess.CASE_ID.name()), type))
        .filter(DossierDocument::isFinal)
        .map(found -> passages.of(type, found.id(), user))
        .orElse(List.of());
  }
}
