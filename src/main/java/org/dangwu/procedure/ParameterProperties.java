package org.dangwu.procedure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The catalogue of parameters, from {@code parameters.yml}. */
@Validated
@ConfigurationProperties("dangwu")
record ParameterProperties(
    @NotEmpty(message = "缺少参数目录 dangwu.parameters，请恢复 parameters.yml") @Valid
        List<ParameterDefinition> parameters) {

  ParameterProperties {
    Set<String> keys = new HashSet<>();
    for (ParameterDefinition parameter :
        parameters == null ? List.<ParameterDefinition>of() : parameters) {
      if (!keys.add(parameter.key())) {
        throw new IllegalArgumentException(
            "参数 " + parameter.key() + " 在 parameters.yml 中写了两次，请删去一处。");
      }
    }
  }
}
