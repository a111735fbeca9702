package org.dangwu.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator from the start-up secret before the application takes any request.
 * Without one the engine's set-up page would let the first visitor become administrator.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String DEMO = "demo";

  private final IdentityService identity;
  private final StandardAuthorizations authorizations;
  private final SecurityProperties properties;
  private final PasswordRules rules;
  private final PageShell shell;

  FirstAdministrator(
      IdentityService identity,
      StandardAuthorizations authorizations,
      SecurityProperties properties,
      PasswordRules rules,
      PageShell shell) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.properties = properties;
    this.rules = rules;
    this.shell = shell;
  }

  @Override
  public void afterSingletonsInstantiated() {
    authorizations.grant();
    boolean exists =
        identity.createUserQuery().memberOfGroup(SystemGroups.ADMINISTRATORS).count() > 0;
    if (!exists) {
      create(properties.adminUser(), password());
    }
  }

  private String password() {
    String secret = properties.adminPassword();
    if (shell.demo() && (secret == null || secret.isBlank())) {
      return DEMO;
    }
    if (secret == null || secret.isBlank()) {
      throw new AdministratorRequired(
          "系统中还没有管理员：请设置环境变量 DANGWU_ADMIN_PASSWORD（首位管理员的密码，至少 "
              + properties.minimumPasswordLength()
              + " 位）后重新启动。");
    }
    if (!shell.demo()) {
      rules
          .objection(properties.adminUser(), secret)
          .ifPresent(
              objection -> {
                throw new AdministratorRequired("环境变量 DANGWU_ADMIN_PASSWORD 中的密码不可用：" + objection);
              });
    }
    return secret;
  }

  private void create(String id, String password) {
    User user = identity.createUserQuery().userId(id).singleResult();
    if (user == null) {
      user = identity.newUser(id);
      user.setFirstName("系统管理员");
      user.setLastName("");
    }
    user.setPassword(password);
    identity.saveUser(user);
    identity.createMembership(id, SystemGroups.ADMINISTRATORS);
    log.info("Administrator {} created from the start-up secret", id);
  }
}
