package org.dangwu.organization.roster;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the roster import.
 *
 * @param maxFileSize of the uploaded workbook
 * @param maxContentSize of its unpacked parts together
 * @param maxRows on one sheet
 */
@Validated
@ConfigurationProperties("dangwu.organization.import")
record RosterProperties(
    @DefaultValue("10MB") DataSize maxFileSize,
    @DefaultValue("200MB") DataSize maxContentSize,
    @DefaultValue("50000") @Min(100) @Max(500_000) int maxRows) {}
