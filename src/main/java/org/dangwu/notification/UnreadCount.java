package org.dangwu.notification;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page the number of unread messages, counted only when the page shows it. */
@ControllerAdvice(annotations = Controller.class)
class UnreadCount {

  private final Inbox inbox;

  UnreadCount(Inbox inbox) {
    this.inbox = inbox;
  }

  @ModelAttribute("unreadCount")
  LazyContextVariable<Integer> unreadCount(Principal user) {
    return new LazyContextVariable<>() {
      @Override
      protected Integer loadValue() {
        return user == null ? 0 : inbox.unread(user.getName());
      }
    };
  }
}
