package org.dangwu.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are stored.
 *
 * @param bcryptStrength logarithm of the rounds; each step doubles the work of a check
 */
@Validated
@ConfigurationProperties("dangwu.security")
record PasswordProperties(
    @Min(value = 4, message = "dangwu.security.bcrypt-strength 应为 4 至 16")
        @Max(value = 16, message = "dangwu.security.bcrypt-strength 应为 4 至 16")
        @DefaultValue("12")
        int bcryptStrength) {}
