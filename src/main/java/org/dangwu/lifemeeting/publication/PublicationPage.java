package org.dangwu.lifemeeting.publication;

import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.LifeMeetingProcess;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.publication.Publication.Kind;
import org.dangwu.organization.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where people read what was made known, and where it is looked over before it is. */
@Controller
class PublicationPage {

  private static final int SHOWN = 100;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final PublicationBook book;
  private final Readers readers;
  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final Organizations organizations;
  private final TaskModels tasks;
  private final Sentences sentences;
  private final Clock clock;

  PublicationPage(
      PublicationBook book,
      Readers readers,
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      Organizations organizations,
      TaskModels tasks,
      Sentences sentences,
      Clock clock) {
    this.book = book;
    this.readers = readers;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.organizations = organizations;
    this.tasks = tasks;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping("/life-meeting/notices")
  String list(Principal user, Model model) {
    model.addAttribute(
        "rows",
        book.addressedTo(readers.sources(user.getName()), SHOWN).stream().map(this::row).toList());
    return "lifemeeting/notices";
  }

  @GetMapping("/life-meeting/notices/{id}")
  String read(@PathVariable String id, Principal user, Model model) {
    Set<String> sources = readers.sources(user.getName());
    Publication found =
        book.find(id)
            .filter(one -> one.kind() == Kind.MEASURES || sources.contains(one.organization()))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, sentences.say("publication.gone")));
    model.addAttribute("row", row(found));
    model.addAttribute("passages", passages(found.documentId(), found.kind(), user.getName()));
    return "lifemeeting/notice";
  }

  /** What the task is about to make known, in the frame of Tasklist. */
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
        "readers", readers.of(task.fact(LifeMeetingProcess.ORGANIZATION.name())).size());
    model.addAttribute(
        "passages",
        held
            ? dossiers
                .find(
                    DocumentKey.of(
                        task.fact(LifeMeetingProcess.CASE_ID.name()), Kind.MEASURES.documentType()))
                .filter(DossierDocument::isFinal)
                .map(found -> passages(found.id(), Kind.MEASURES, user.getName()))
                .orElse(List.of())
            : List.of());
    return "lifemeeting/publish";
  }

  private List<Passage> passages(String documentId, Kind kind, String user) {
    Map<String, String> texts = dossiers.read(documentId, user);
    return catalogue.sections(kind.documentType()).stream()
        .filter(section -> !texts.getOrDefault(section.key(), "").isBlank())
        .map(section -> new Passage(section.label(), texts.get(section.key())))
        .toList();
  }

  private Row row(Publication found) {
    return new Row(
        found.id(),
        found.kind().label(),
        found.title(),
        organizations.get(found.organization()).name(),
        DAY.format(found.publishedAt().atZone(clock.getZone())));
  }

  /** One line of the list. */
  public record Row(String id, String kind, String title, String organization, String day) {}

  /** A section of the document. */
  public record Passage(String label, String text) {}
}
