package org.dangwu.ballot.box;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ballot module.
 *
 * @param keyDirectory where the secrets of open rounds lie; outside the database, on a disk that
 *     all nodes share, and best left out of backups
 * @param baseUrl address under which people with a printed sheet reach the application; empty: the
 *     address under which the teller opened his page, which is wrong behind a proxy that hides it
 */
@Validated
@ConfigurationProperties("dangwu.ballot")
public record BallotProperties(@NotNull Path keyDirectory, @DefaultValue("") String baseUrl) {}
