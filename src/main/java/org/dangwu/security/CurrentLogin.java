package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Keeps this session alive after a password change, which ends all others of the person. */
@Component
class CurrentLogin {

  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  void renew(Account account, HttpServletRequest request, HttpServletResponse response) {
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            account.signedIn(), null, AuthorityUtils.createAuthorityList(account.groups())));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }
}
