package org.dangwu.dossier;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the case file.
 *
 * @param maxUpload greatest size of one upload; the servlet limit {@code
 *     spring.servlet.multipart.max-file-size} must not be smaller
 */
@Validated
@ConfigurationProperties("dangwu.dossier")
public record DossierProperties(@NotNull @DefaultValue("20MB") DataSize maxUpload) {}
