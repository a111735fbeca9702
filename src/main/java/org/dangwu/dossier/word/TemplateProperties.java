package org.dangwu.dossier.word;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Word templates lie.
 *
 * @param location a resource location; {@code file:/.../templates} lets the office edit them while
 *     the application runs
 */
@Validated
@ConfigurationProperties("dangwu.templates")
record TemplateProperties(@NotBlank @DefaultValue("classpath:templates") String location) {}
