package org.dangwu.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: an own minimum always, the engine's policy where it is on. */
@Component
class PasswordRules {

  private static final int LONGEST = 200;

  private final IdentityService identity;
  private final SecurityProperties properties;
  private final SecurityTexts texts;
  private final boolean enginePolicy;

  PasswordRules(
      IdentityService identity,
      ProcessEngine engine,
      SecurityProperties properties,
      SecurityTexts texts) {
    this.identity = identity;
    this.properties = properties;
    this.texts = texts;
    this.enginePolicy = engine.getProcessEngineConfiguration().isEnablePasswordPolicy();
  }

  /** A sentence that says what the password lacks, or empty when it may be used. */
  Optional<String> objection(String userId, String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.length() < properties.minimumPasswordLength()) {
      return Optional.of(texts.get("password.short", properties.minimumPasswordLength()));
    }
    if (password.length() > LONGEST) {
      return Optional.of(texts.get("password.long", LONGEST));
    }
    if (!password.equals(password.strip())) {
      return Optional.of(texts.get("password.space"));
    }
    if (lower.contains(userId.toLowerCase(Locale.ROOT))) {
      return Optional.of(texts.get("password.number"));
    }
    if (password.chars().distinct().count() < 5 || lower.contains("demo")) {
      return Optional.of(texts.get("password.simple"));
    }
    return enginePolicy ? ofEngine(userId, password) : Optional.empty();
  }

  private Optional<String> ofEngine(String userId, String password) {
    User user = identity.createUserQuery().userId(userId).singleResult();
    PasswordPolicyResult result =
        identity.checkPasswordAgainstPolicy(
            password, user == null ? identity.newUser(userId) : user);
    if (result.isValid()) {
      return Optional.empty();
    }
    List<PasswordPolicyRule> violated = result.getViolatedRules();
    return Optional.of(
        violated.stream()
            .map(rule -> texts.get("policy." + rule.getPlaceholder()))
            .collect(Collectors.joining("、", texts.get("policy.lead"), "。")));
  }
}
