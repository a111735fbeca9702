package org.dangwu.memberreview.outcome;

import java.security.Principal;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.ItemState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a member reads his own result at any later time (8.2-5). Whoever opens it, it is about
 * himself; to all others it says the same as while nothing is decided.
 */
@Controller
class OwnResultPage {

  private final ItemBook items;
  private final Dossiers dossiers;

  OwnResultPage(ItemBook items, Dossiers dossiers) {
    this.items = items;
    this.dossiers = dossiers;
  }

  @GetMapping("/member-review/case/{caseId}/result")
  String show(@PathVariable String caseId, Principal user, Model model) {
    Optional<Item> own =
        items.of(caseId, user.getName()).filter(item -> item.state() == ItemState.SETTLED);
    model.addAttribute("name", own.map(Item::personName).orElse(""));
    model.addAttribute(
        "note",
        own.flatMap(
                item -> dossiers.find(DocumentKey.about(caseId, Feedbacks.PAPER, item.personId())))
            .map(found -> dossiers.read(found.id(), user.getName()))
            .orElse(null));
    return "memberreview/own-result";
  }
}
