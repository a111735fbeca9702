package org.dangwu.lifemeeting.observation;

import java.util.List;
import org.dangwu.procedure.CaseRoles;
import org.springframework.stereotype.Component;

/**
 * Who may see a draw and recompute it: those at the superior at any time, those whom it sends, and,
 * once it is published, the bodies that took part.
 */
@Component
class DrawAccess {

  private static final List<String> AT_THE_SUPERIOR =
      List.of(
          CaseRoles.ORGANIZATION_DEPARTMENT,
          CaseRoles.DISCIPLINE_COMMISSION,
          CaseRoles.MEMBER,
          "office",
          "recorder");
  private static final List<String> IN_A_BODY = List.of(CaseRoles.MEMBER, "office", "recorder");

  private final CaseRoles roles;

  DrawAccess(CaseRoles roles) {
    this.roles = roles;
  }

  boolean maySee(String userId, Draw draw) {
    return roles.holdsAny(userId, draw.organization(), AT_THE_SUPERIOR)
        || draw.publishedAt() != null
            && draw.candidates().stream()
                .anyMatch(
                    body ->
                        body.people().contains(userId)
                            || roles.holdsAny(userId, body.code(), IN_A_BODY));
  }
}
