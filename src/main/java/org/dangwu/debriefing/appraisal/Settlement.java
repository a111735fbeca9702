package org.dangwu.debriefing.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingDecided;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the grades, files what becomes of them and tells that there is a result, never which. */
@Component("debriefSettlement")
class Settlement {

  private static final String AUTHOR = "system";

  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final StudyBook studies;
  private final CompositeAdvisor advisor;
  private final Basis basis;
  private final OpinionPapers papers;
  private final ResultNotes notes;
  private final Notifications notifications;
  private final ApplicationEventPublisher events;

  Settlement(
      GradedEntries entries,
      OpinionBook opinions,
      StudyBook studies,
      CompositeAdvisor advisor,
      Basis basis,
      OpinionPapers papers,
      ResultNotes notes,
      Notifications notifications,
      ApplicationEventPublisher events) {
    this.entries = entries;
    this.opinions = opinions;
    this.studies = studies;
    this.advisor = advisor;
    this.basis = basis;
    this.papers = papers;
    this.notes = notes;
    this.notifications = notifications;
    this.events = events;
  }

  /**
   * @throws IllegalStateException when no study carried the grades
   */
  @Transactional
  void settle(String caseId, String organizer, int year) {
    Study study =
        studies
            .latest(caseId)
            .filter(last -> last.outcome().equals("PASSED"))
            .orElseThrow(() -> new IllegalStateException("考核等次没有经研究通过，不能确定，请核对流程。"));
    LocalDate decidedOn = study.heldOn();
    Map<String, Opinion> carried = opinions.of(caseId);
    List<DebriefEntry> graded =
        entries.of(caseId).stream().filter(entry -> study.on(entry.entryId()).isPresent()).toList();
    Function<Opinion, Optional<Composite>> advised = advisor.of(caseId);
    Map<String, String> ratings = basis.ratings(caseId);
    for (DebriefEntry entry : graded) {
      Opinion opinion = carried.get(entry.entryId());
      opinions.settle(entry.entryId(), decidedOn);
      papers.settled(entry, opinion, study, advised.apply(opinion), ratings, AUTHOR);
      notes.open(entry, opinion, AUTHOR);
      notifications.announce(
          Announcement.of(
                  "debrief-result/" + entry.entryId(), "debrief-result-ready", caseId, organizer)
              .about(entry.personId()));
    }
    notifications.announce(
        Announcement.of("debrief-decided/" + caseId, "debrief-decided", caseId, organizer));
    events.publishEvent(new DebriefingDecided(caseId, organizer, year, decidedOn, graded.size()));
  }
}
