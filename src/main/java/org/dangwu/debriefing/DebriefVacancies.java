package org.dangwu.debriefing;

import java.util.List;

/** Organisations in scope that have nobody to give an account (书记空缺), so that none is forgotten. */
public interface DebriefVacancies {

  /** Names of the organisations directly below whose post of secretary nobody holds (C02). */
  List<String> of(String organizer);
}
