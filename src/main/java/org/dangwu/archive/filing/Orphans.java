package org.dangwu.archive.filing;

import java.io.IOException;
import java.nio.file.Path;
import org.dangwu.archive.bag.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A package whose register row was rolled back must not stay behind. */
final class Orphans {

  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

  private Orphans() {}

  /** Removes the folder, which belongs to this attempt alone, unless the transaction commits. */
  static void removeOnRollback(Path folder) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
              remove(folder);
            }
          }
        });
  }

  private static void remove(Path folder) {
    try {
      PrivateFiles.deleteTree(folder);
    } catch (IOException e) {
      LOG.warn("A package of a rolled-back filing could not be removed: {}", folder, e);
    }
  }
}
