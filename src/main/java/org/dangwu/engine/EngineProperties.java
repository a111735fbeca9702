package org.dangwu.engine;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where models come from.
 *
 * @param location folder that holds {@code processes/} and {@code forms/}: {@code classpath:} or
 *     {@code file:/…/}
 */
@Validated
@ConfigurationProperties("dangwu.models")
record EngineProperties(
    @NotBlank(message = "请设置 dangwu.models.location：存放 processes 与 forms 目录的位置") String location) {}
