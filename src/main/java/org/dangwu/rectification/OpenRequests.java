package org.dangwu.rectification;

import org.springframework.stereotype.Component;

/** What was asked for and is no longer needed, because its item is finished. */
@Component
class OpenRequests {

  private final HelpRequests helps;
  private final Extensions extensions;

  OpenRequests(HelpRequests helps, Extensions extensions) {
    this.helps = helps;
    this.extensions = extensions;
  }

  /** Says so in the record instead of leaving them open. */
  void lapse(String itemId) {
    helps.openOne(itemId).ifPresent(help -> helps.end(help.id(), HelpRequests.State.LAPSED));
    extensions
        .openOne(itemId)
        .ifPresent(extension -> extensions.end(extension.id(), Extensions.State.LAPSED));
  }
}
