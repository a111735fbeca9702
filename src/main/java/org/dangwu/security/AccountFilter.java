package org.dangwu.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Works with the person's present groups and tenants instead of those at login, ends the session of
 * somebody who left or whose password was changed elsewhere, and tells the engine in whose name
 * this request acts.
 */
final class AccountFilter extends OncePerRequestFilter {

  static final String ACCOUNT = Account.class.getName();

  private final Accounts accounts;
  private final IdentityService identity;

  AccountFilter(Accounts accounts, IdentityService identity) {
    this.accounts = accounts;
    this.identity = identity;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null || !login.isAuthenticated()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account =
        accounts.find(login.getName()).filter(present -> isSamePassword(login, present));
    if (account.isEmpty()) {
      end(request);
      chain.doFilter(request, response);
      return;
    }
    act(account.get(), login, request);
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }

  private static boolean isSamePassword(Authentication login, Account account) {
    return !(login.getPrincipal() instanceof SignedInUser user)
        || user.passwordVersion() == account.passwordVersion();
  }

  private static void end(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private void act(Account account, Authentication login, HttpServletRequest request) {
    UsernamePasswordAuthenticationToken present =
        UsernamePasswordAuthenticationToken.authenticated(
            login.getPrincipal(), null, AuthorityUtils.createAuthorityList(account.groups()));
    present.setDetails(login.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(present);
    SecurityContextHolder.setContext(context);
    request.setAttribute(ACCOUNT, account);
    identity.setAuthentication(account.id(), account.groups(), account.tenants());
  }
}
