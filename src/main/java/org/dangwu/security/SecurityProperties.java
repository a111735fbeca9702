package org.dangwu.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of login and first administrator.
 *
 * @param adminUser user id of the first administrator
 * @param adminPassword its password, needed only while there is no administrator
 * @param minimumPasswordLength shortest password that a person may choose
 * @param attemptsPerAddress failed logins from one network address before it must wait
 * @param addressWindow how long failed logins of an address are remembered
 * @param accountRefresh how soon a change of roles reaches open sessions
 */
@Validated
@ConfigurationProperties("dangwu.security")
record SecurityProperties(
    @NotBlank(message = "请设置 DANGWU_ADMIN_USER：首位系统管理员的登录名") @DefaultValue("admin")
        String adminUser,
    @DefaultValue("") String adminPassword,
    @Min(value = 8, message = "dangwu.security.minimum-password-length 不得小于 8") @DefaultValue("10")
        int minimumPasswordLength,
    @Min(value = 1, message = "dangwu.security.attempts-per-address 不得小于 1") @DefaultValue("100")
        int attemptsPerAddress,
    @DefaultValue("10m") Duration addressWindow,
    @DefaultValue("30s") Duration accountRefresh) {

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "SecurityProperties[adminUser=" + adminUser + "]";
  }
}
