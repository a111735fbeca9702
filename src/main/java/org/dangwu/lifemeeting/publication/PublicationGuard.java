package org.dangwu.lifemeeting.publication;

import java.util.Objects;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.publication.NewPublication;
import org.dangwu.publication.Publication;
import org.dangwu.publication.Publications;
import org.dangwu.publication.Readers;
import org.dangwu.publication.Readership;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes known what was approved (A30): the notice when the principal approves it, the measures when
 * their task is completed.
 */
@Component
@Order(120)
class PublicationGuard implements CompletionGuard {

  static final String APPROVE_NOTICE = "UserTask_ApproveNotice";
  static final String PUBLISH_MEASURES = "UserTask_PublishMeasures";

  private final Dossiers dossiers;
  private final Publications book;
  private final Readers readers;
  private final Notifications notifications;
  private final Sentences sentences;

  PublicationGuard(
      Dossiers dossiers,
      Publications book,
      Readers readers,
      Notifications notifications,
      Sentences sentences) {
    this.dossiers = dossiers;
    this.book = book;
    this.readers = readers;
    this.notifications = notifications;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (task.elementId().equals(APPROVE_NOTICE)) {
      boolean publish = "YES".equals(task.variable("publicationNeeded"));
      if ("YES".equals(task.variable("noticeApproved"))) {
        if (publish) {
          document(task, MadeKnown.MEASURES);
        }
        publish(task, MadeKnown.NOTICE);
      }
    } else if (task.elementId().equals(PUBLISH_MEASURES)) {
      publish(task, MadeKnown.MEASURES);
    }
  }

  private void publish(CompletingTask task, MadeKnown kind) {
    DossierDocument document = document(task, kind);
    if (book.isPublished(document.id())) {
      return;
    }
    String body = (String) task.variable(LifeMeetingProcess.ORGANIZATION.name());
    Publication publication =
        book.publish(
            NewPublication.of(
                document,
                body,
                kind.label(),
                kind.readership(body),
                task.assignee().orElse("system")));
    // Also of what everybody may read those are told whom it concerns most.
    for (String reader : readers.told(Readership.inside(body))) {
      notifications.announce(
          Announcement.of(
                  "publication/" + publication.id() + "/" + reader,
                  kind.event(),
                  publication.caseId(),
                  body)
              .about(reader));
    }
  }

  /** The newest final version, which says something. */
  private DossierDocument document(CompletingTask task, MadeKnown kind) {
    String caseId = Objects.toString(task.variable(LifeMeetingProcess.CASE_ID.name()));
    return dossiers
        .find(DocumentKey.of(caseId, kind.documentType()))
        .filter(DossierDocument::isFinal)
        .filter(
            found ->
                dossiers.read(found.id(), task.assignee().orElse("system")).values().stream()
                    .anyMatch(text -> !text.isBlank()))
        .orElseThrow(() -> sentences.refusal("publication.missing." + kind.name()));
  }
}
