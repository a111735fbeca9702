package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentState;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.dossier.Secrecy;
import org.dangwu.models.Proves;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.junit.jupiter.api.Test;

/** Whom the step 通知本人准备 tells. */
class InquiryNoticesTest {

  private final Dossiers dossiers = mock(Dossiers.class);
  private final Notifications notifications = mock(Notifications.class);

  @Proves({"A14", "A37"})
  @Test
  void whoExplainedHimselfAtTheFirstMeetingIsNotToldAgainWhenItIsRepeated() {
    DossierDocument earlier = inquiry("explained");
    DossierDocument now = inquiry("concerned");
    when(dossiers.list("case")).thenReturn(List.of(earlier, now));
    when(dossiers.versionsOfRound(earlier.key())).thenReturn(List.of());
    when(dossiers.versionsOfRound(now.key())).thenReturn(List.of(now));
    DelegateExecution execution = mock(DelegateExecution.class);
    when(execution.getVariable("caseId")).thenReturn("case");
    when(execution.getVariable("organization")).thenReturn("YL08");
    List<String> told = new ArrayList<>();
    doAnswer(call -> told.add(((Announcement) call.getArgument(0)).subjectPerson()))
        .when(notifications)
        .announce(any());

    new InquiryNotices(dossiers, notifications).execute(execution);

    assertThat(told).containsExactly("concerned");
  }

  private static DossierDocument inquiry(String person) {
    Instant then = Instant.parse("2026-12-01T01:00:00Z");
    return new DossierDocument(
        person,
        DocumentKey.about("case", InquiryGuard.DOCUMENT, person),
        "谈话函询情况",
        Secrecy.values()[0],
        1,
        DocumentState.FINAL,
        "principal",
        then,
        then,
        then,
        List.of());
  }
}
