package org.dangwu.archive.fixity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dangwu.archive.ArchiveProperties;
import org.dangwu.archive.bag.BagCheck;
import org.dangwu.archive.register.CheckEntry;
import org.dangwu.archive.register.PackageEntry;
import org.dangwu.archive.register.Register;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Checks packages on demand and, each after the configured interval, by itself. The outcome is kept
 * in the register, where the pages show it.
 */
@Service
public class Fixity {

  /** Stands in the register for checks that nobody asked for. */
  public static final String BY_SCHEDULE = "schedule";

  private static final Logger LOG = LoggerFactory.getLogger(Fixity.class);

  private final Register register;
  private final ArchiveProperties properties;
  private final Clock clock;

  Fixity(Register register, ArchiveProperties properties, Clock clock) {
    this.register = register;
    this.properties = properties;
    this.clock = clock;
  }

  /** Recomputes every digest of the package and keeps the outcome. */
  public CheckEntry check(PackageEntry entry, String checkedBy) {
    List<String> findings =
        BagCheck.findings(properties.directory().resolve(entry.location()), entry.sha256());
    CheckEntry check = new CheckEntry(clock.instant(), checkedBy, findings.isEmpty(), findings);
    register.addCheck(entry.id(), check);
    if (!check.passed()) {
      LOG.error(
          "Package {} did not pass its fixity check: {} findings, see /archive/{}",
          entry.archiveNumber(),
          findings.size(),
          entry.id());
    }
    return check;
  }

  /** Checks what was not checked for the interval; several nodes share the work. */
  @Scheduled(cron = "${dangwu.archive.fixity-cron:0 30 2 * * *}", zone = "Asia/Shanghai")
  void checkDuePackages() {
    Instant limit = clock.instant().minus(properties.fixityInterval());
    for (PackageEntry entry : register.uncheckedSince(limit, properties.fixityBatch())) {
      if (register.claimCheck(entry, clock.instant())) {
        check(entry, BY_SCHEDULE);
      }
    }
  }
}
