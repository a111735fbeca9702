package org.dangwu.worksheet;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a person may read of verifications and disposals, besides his tasks. */
@Controller
@RequestMapping("/matters")
class MattersPage {

  private final Sheets sheets;
  private final MatterViews views;
  private final SheetTasks tasks;

  MattersPage(Sheets sheets, MatterViews views, SheetTasks tasks) {
    this.sheets = sheets;
    this.views = views;
    this.tasks = tasks;
  }

  /** A row of the list. */
  public record Entry(String page, Overview overview) {}

  @GetMapping
  String list(Principal user, Model model) {
    List<Entry> entries =
        sheets.allMatters().stream()
            .flatMap(
                matters ->
                    matters.readableBy(user.getName()).stream()
                        .map(
                            id ->
                                new Entry(
                                    matters.page(id, user.getName()),
                                    matters.overview(id, user.getName()))))
            .toList();
    model.addAttribute("entries", entries);
    return "worksheet/matters";
  }

  @GetMapping("/{process}/{matterId}")
  String show(
      @PathVariable String process, @PathVariable String matterId, Principal user, Model model) {
    model.addAttribute(
        "view", views.find(process, matterId, user.getName()).orElseThrow(tasks::gone));
    return "worksheet/matter";
  }
}
