package org.dangwu.notification;

import java.security.Principal;
import org.dangwu.DangwuApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox (收件箱) of the person who is signed in, and of nobody else. */
@Controller
class InboxPage {

  static final int PAGE_SIZE = 20;

  private final InboxStore inbox;

  InboxPage(InboxStore inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/inbox")
  String list(Principal user, @RequestParam(defaultValue = "1") int page, Model model) {
    int total = inbox.count(user.getName());
    int pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
    int current = Math.min(Math.max(page, 1), pages);
    model.addAttribute(
        "messages", inbox.page(user.getName(), (current - 1) * PAGE_SIZE, PAGE_SIZE));
    model.addAttribute("unread", inbox.unread(user.getName()));
    model.addAttribute("total", total);
    model.addAttribute("page", current);
    model.addAttribute("pages", pages);
    model.addAttribute("zone", DangwuApplication.ZONE);
    return "notification/inbox";
  }

  /** Opening a message marks it as read. */
  @GetMapping("/inbox/{id}")
  String open(Principal user, @PathVariable String id, Model model) {
    InboxMessage message =
        inbox
            .open(user.getName(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("message", message);
    model.addAttribute("lines", message.body().lines().toList());
    model.addAttribute("zone", DangwuApplication.ZONE);
    return "notification/message";
  }

  @PostMapping("/inbox/read-all")
  String readAll(Principal user, RedirectAttributes redirect) {
    redirect.addFlashAttribute("marked", inbox.readAll(user.getName()));
    return "redirect:/inbox";
  }
}
