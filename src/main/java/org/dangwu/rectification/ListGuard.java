package org.dangwu.rectification;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets only a complete list go on. That of a body becomes items and the document that is filed
 * (A31); that of a secretary goes to his superior first (C21). Runs before the dossier's own guard.
 */
@Component
@Order(50)
class ListGuard implements CompletionGuard {

  private final ListMatters matters;
  private final ListStore lists;
  private final ItemListing listing;
  private final Sentences sentences;

  ListGuard(ListMatters matters, ListStore lists, ItemListing listing, Sentences sentences) {
    this.matters = matters;
    this.lists = lists;
    this.listing = listing;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    switch (task.elementId()) {
      case Tasks.LIST -> {
        ListMatter list = matters.of(task);
        listing.list(list, task.assignee().orElse("system"));
        lists.complete(list.listId());
      }
      case Tasks.LIST_OF_SECRETARY -> {
        ListMatter list = matters.of(task);
        task.assignee()
            .filter(list.secretary()::equals)
            .orElseThrow(() -> sentences.refusal("list.secretaryHimself"));
        listing.check(list);
        lists.complete(list.listId());
      }
      default -> {
        // Another step.
      }
    }
  }
}
