package org.dangwu.debriefing.appraisal;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a secretary reads his own result at any later time (C17, 8.2-5). Whoever opens it, it is
 * about himself; to all others it says the same as while nothing is decided.
 */
@Controller("debriefOwnResultPage")
class OwnResultPage {

  private final DebriefEntries entries;
  private final FeedbackBook book;
  private final ResultNotes notes;

  OwnResultPage(DebriefEntries entries, FeedbackBook book, ResultNotes notes) {
    this.entries = entries;
    this.book = book;
    this.notes = notes;
  }

  @GetMapping("/debriefing/case/{caseId}/result")
  String show(@PathVariable String caseId, Principal user, Model model) {
    Optional<DebriefEntry> own =
        book.ofPerson(user.getName()).stream()
            .flatMap(entryId -> entries.find(entryId).stream())
            .filter(entry -> entry.caseId().equals(caseId))
            .findFirst();
    Map<String, String> note = own.map(notes::read).orElse(Map.of());
    model.addAttribute("name", own.map(DebriefEntry::name).orElse(""));
    model.addAttribute("note", note.isEmpty() ? null : note);
    return "debriefing/appraisal/own-result";
  }
}
