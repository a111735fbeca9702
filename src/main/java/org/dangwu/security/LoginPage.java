package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login page, and the page that asks before logging out. */
@Controller
class LoginPage {

  private final SecurityTexts texts;

  LoginPage(SecurityTexts texts) {
    this.texts = texts;
  }

  @GetMapping("/login")
  String login(HttpServletRequest request, Model model) {
    if (request.getUserPrincipal() != null) {
      return "redirect:/home";
    }
    if (request.getParameter("error") != null) {
      model.addAttribute("refused", reason(request.getSession(false)));
    } else if (request.getParameter("logout") != null) {
      model.addAttribute("told", texts.get("logout.done"));
    } else if (request.getParameter("expired") != null) {
      model.addAttribute("told", texts.get("login.expired"));
    }
    return "security/login";
  }

  @GetMapping("/logout-page")
  String logout() {
    return "security/logout";
  }

  private String reason(HttpSession session) {
    Object cause =
        session == null ? null : session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    if (cause == null) {
      return null;
    }
    session.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
    return cause instanceof BadCredentialsException || cause instanceof AccountStatusException
        ? ((Exception) cause).getMessage()
        : texts.get("login.impossible");
  }
}
