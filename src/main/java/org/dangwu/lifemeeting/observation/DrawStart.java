package org.dangwu.lifemeeting.observation;

import java.util.List;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;
import org.springframework.stereotype.Component;

/** The start of the yearly draw (A17). */
@Component
class DrawStart implements StartRule {

  private final GuidingStart guiding;

  DrawStart(GuidingStart guiding) {
    this.guiding = guiding;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.OBSERVATION_DRAW;
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
    return "上级领导和纪检机关、组织部门负责人每年随机参加下级民主生活会。抽取过程任何人都可以重新计算。";
  }
}
