package org.dangwu.procedure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The catalogue of parameters, from {@code parameters.yml}. */
@Validated
@ConfigurationProperties("dangwu")
record ParameterProperties(
    @NotEmpty(message = "缺少参数目录 dangwu.parameters，请恢复 parameters.yml") @Valid
        List<ParameterDefinition> parameters) {}
