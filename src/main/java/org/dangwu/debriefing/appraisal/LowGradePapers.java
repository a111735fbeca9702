package org.dangwu.debriefing.appraisal;

import java.util.HashMap;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** What was decided about a low grade and what was said in the talk, in the case file (C23). */
@Component("debriefLowGradePapers")
class LowGradePapers {

  private static final String PAPER = "lowGradeTalk";

  private final Dossiers dossiers;

  LowGradePapers(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  void decided(DebriefEntry entry, String measures, String reason, String user) {
    dossiers.file(key(entry), Map.of("measure", measures, "reason", reason), user);
  }

  void talked(DebriefEntry entry, String record, String user) {
    Map<String, String> texts =
        new HashMap<>(
            dossiers
                .find(key(entry))
                .map(found -> dossiers.read(found.id(), user))
                .orElse(Map.of()));
    texts.put("record", record);
    dossiers.file(key(entry), texts, user);
  }

  private static DocumentKey key(DebriefEntry entry) {
    return DocumentKey.about(entry.caseId(), PAPER, entry.personId());
  }
}
