package org.dangwu.security;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Who may reach what: deny by default, two doors (login page for people, REST for programs) and one
 * letterbox (anonymous questionnaires).
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  /** Questionnaires and single-use sheets of ballots. */
  private static final String[] ANONYMOUS = {"/q/{token:[-_A-Za-z0-9]+}", "/b", "/b/{token}"};

  private final Accounts accounts;
  private final IdentityService identity;

  WebSecurity(Accounts accounts, IdentityService identity) {
    this.accounts = accounts;
    this.identity = identity;
  }

  /**
   * The engine's REST interface and the application's own, for Camunda Modeler and other programs:
   * number and password with every request, no session, and never from a page of another site.
   */
  @Bean
  @Order(1)
  SecurityFilterChain restInterface(HttpSecurity http) throws Exception {
    RestRefusals refusals = new RestRefusals();
    return http.securityMatcher(Requests::isFromProgram)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(new AccountFilter(accounts, identity), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new CrossSiteFilter(), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new InitialPasswordFilter(), AuthorizationFilter.class)
        .headers(WebSecurity::headers)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(Requests.path("/api/**"))
                    .hasAuthority(SystemGroups.MACHINES)
                    .anyRequest()
                    .hasAnyAuthority(
                        SystemGroups.ADMINISTRATORS,
                        SystemGroups.PROCESS_OWNERS,
                        SystemGroups.MACHINES))
        .build();
  }

  /**
   * Anonymous questionnaires and ballots: neither session nor cookie nor account, so that the page
   * cannot know who is there. Their forms carry one-time numbers instead of a session's token.
   */
  @Bean
  @Order(2)
  SecurityFilterChain anonymousSheets(HttpSecurity http) throws Exception {
    return http.securityMatcher(Requests.path(ANONYMOUS))
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(WebSecurity::headers)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        request -> Set.of("GET", "HEAD", "POST").contains(request.getMethod()))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pagesAndWebapps(HttpSecurity http) throws Exception {
    Entrances entrances = new Entrances();
    HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    wanted.setRequestMatcher(
        request -> "GET".equals(request.getMethod()) && Requests.isForPage(request));
    return http
        // The webapps have a token of their own, checked by their own filter.
        .csrf(csrf -> csrf.ignoringRequestMatchers(Requests.path("/camunda/api/**")))
        .requestCache(cache -> cache.requestCache(wanted))
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/home"))
        .logout(
            logout ->
                logout
                    .logoutUrl("/logout")
                    .logoutSuccessUrl("/login?logout")
                    .deleteCookies("JSESSIONID"))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(entrances).accessDeniedHandler(entrances))
        .addFilterBefore(new AccountFilter(accounts, identity), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new InitialPasswordFilter(), AuthorizationFilter.class)
        .addFilterAfter(new WebappLogoutFilter(), InitialPasswordFilter.class)
        .headers(WebSecurity::headers)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        Requests.path(
                            "/login",
                            "/dangwu/base.css",
                            "/dangwu/icon.svg",
                            "/dangwu/signed-out.js",
                            "/dangwu/questionnaire.css",
                            "/dangwu/ballot.css",
                            "/dangwu/ballot.js",
                            "/actuator/health"))
                    .permitAll()
                    .requestMatchers(Requests.path("/actuator/**"))
                    .hasAuthority(SystemGroups.ADMINISTRATORS)
                    // The first administrator comes from the start-up secret, logins from the page.
                    .requestMatchers(
                        Requests.path(
                            "/camunda/api/admin/setup/**",
                            "/camunda/app/admin/*/setup/**",
                            "/camunda/api/admin/auth/user/*/login/**"))
                    .denyAll()
                    // The engine would let everybody rename or delete the own account.
                    .requestMatchers(
                        Requests.path(HttpMethod.PUT, "/camunda/api/engine/engine/*/user/**"))
                    .hasAuthority(SystemGroups.ADMINISTRATORS)
                    .requestMatchers(
                        Requests.path(HttpMethod.DELETE, "/camunda/api/engine/engine/*/user/**"))
                    .hasAuthority(SystemGroups.ADMINISTRATORS)
                    .anyRequest()
                    .authenticated())
        .build();
  }

  /** Before every other filter, also those of Spring Security, which fail on such addresses. */
  @Bean
  FilterRegistrationBean<PlainPathFilter> plainPaths() {
    FilterRegistrationBean<PlainPathFilter> registration =
        new FilterRegistrationBean<>(new PlainPathFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setAsyncSupported(true);
    return registration;
  }

  /** Hands the login over to the webapps, behind Spring Security and before their own filters. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
        new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    registration.setName("webappAuthentication");
    registration.setInitParameters(Map.of("authentication-provider", WebappLogin.class.getName()));
    registration.addUrlPatterns("/camunda/*");
    registration.setOrder(
        org.springframework.boot.autoconfigure.security.SecurityProperties.DEFAULT_FILTER_ORDER
            + 10);
    registration.setAsyncSupported(true);
    return registration;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .cacheControl(cache -> cache.disable())
        .frameOptions(frame -> frame.sameOrigin())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy(
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
        .httpStrictTransportSecurity(
            strict -> strict.includeSubDomains(false).maxAgeInSeconds(31_536_000))
        .addHeaderWriter(new PageHeaders());
  }
}
