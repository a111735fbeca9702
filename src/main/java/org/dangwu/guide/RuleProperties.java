package org.dangwu.guide;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The catalogue of rules, from {@code rules.yml}.
 *
 * @param sources title of a document by its code
 * @param entries rules by their id
 */
@Validated
@ConfigurationProperties("dangwu.rules")
record RuleProperties(
    @NotEmpty(message = "缺少规则目录 dangwu.rules.sources，请恢复 rules.yml") Map<String, String> sources,
    @NotEmpty(message = "缺少规则目录 dangwu.rules.entries，请恢复 rules.yml")
        Map<String, @Valid Entry> entries) {

  /**
   * @param elsewhere why no model has a step for it, when it is done outside the product
   */
  record Entry(
      @NotBlank String text,
      @NotBlank String source,
      @NotNull Evidence evidence,
      String elsewhere) {}
}
