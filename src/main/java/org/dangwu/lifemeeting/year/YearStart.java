package org.dangwu.lifemeeting.year;

import org.dangwu.lifemeeting.observation.GuidingRule;
import org.dangwu.lifemeeting.observation.GuidingStart;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** The start of the year for all bodies of a superior (A01). */
@Component
class YearStart extends GuidingRule {

  YearStart(GuidingStart guiding) {
    super(ProcedureKind.LIFE_MEETING_YEAR, "部署所属各领导班子召开民主生活会，一般安排在第四季度（10月至12月）。", guiding);
  }
}
