package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the own password; the first page for everybody whose password was given. */
@Controller
class PasswordPage {

  private static final String ACCOUNT = "org.dangwu.security.Account";

  private final PasswordChange change;
  private final CurrentLogin login;
  private final SecurityProperties properties;

  PasswordPage(PasswordChange change, CurrentLogin login, SecurityProperties properties) {
    this.change = change;
    this.login = login;
    this.properties = properties;
  }

  @GetMapping("/password")
  String show(
      @RequestAttribute(ACCOUNT) Account account,
      @RequestParam(required = false) String changed,
      Model model) {
    model.addAttribute("changed", changed != null && !account.passwordIsInitial());
    return page(account, model);
  }

  @PostMapping("/password")
  String change(
      @RequestAttribute(ACCOUNT) Account account,
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String repeated,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      Account changed = change.change(account.id(), current, chosen, repeated);
      login.renew(changed, request, response);
      return "redirect:/password?changed";
    } catch (PasswordRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(account, model);
    }
  }

  private String page(Account account, Model model) {
    model.addAttribute("initial", account.passwordIsInitial());
    model.addAttribute("minimumLength", properties.minimumPasswordLength());
    return "security/password";
  }
}
