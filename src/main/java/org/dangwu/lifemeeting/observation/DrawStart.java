package org.dangwu.lifemeeting.observation;

import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** The start of the yearly draw (A17). */
@Component
class DrawStart extends GuidingRule {

  DrawStart(GuidingStart guiding) {
    super(
        ProcedureKind.OBSERVATION_DRAW, "上级领导和纪检机关、组织部门负责人每年随机参加下级民主生活会。抽取过程任何人都可以重新计算。", guiding);
  }
}
