package org.dangwu.archive.register;

import java.time.Instant;
import java.util.List;

/**
 * One fixity check (校验) and its outcome.
 *
 * @param findings Chinese sentences; empty when passed
 */
public record CheckEntry(
    Instant checkedAt, String checkedBy, boolean passed, List<String> findings) {}
