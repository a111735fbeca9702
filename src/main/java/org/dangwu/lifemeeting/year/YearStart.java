package org.dangwu.lifemeeting.year;

import java.util.List;
import java.util.Set;
import org.dangwu.lifemeeting.observation.GuidingStart;
import org.dangwu.organization.Organization;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;
import org.springframework.stereotype.Component;

/** The start of the year for all bodies of a superior (A01). */
@Component
class YearStart implements StartRule {

  private final GuidingStart guiding;

  YearStart(GuidingStart guiding) {
    this.guiding = guiding;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.LIFE_MEETING_YEAR;
  }

  @Override
  public StartCheck check(Organization superior, int year, String userId) {
    return guiding.check(superior, userId);
  }

  @Override
  public List<Organization> offeredTo(String userId) {
    return guiding.offeredTo(userId);
  }

  @Override
  public Set<String> facts(Organization superior, String userId) {
    return Set.of();
  }

  @Override
  public String hint(Organization superior, int year) {
    return "部署所属各领导班子召开民主生活会，一般安排在第四季度（10月至12月）。";
  }
}
