package org.dangwu.personnel;

import java.time.Instant;

/**
 * An entry of the register (个人档案材料移交登记).
 *
 * @param receipt the written receipt, {@code null} when none was entered
 * @param receivedBy who noted that it was received
 * @param receivedAt when, {@code null} before
 */
public record PersonnelEntry(
    String entryId,
    PersonnelMaterial material,
    PersonnelReceipt receipt,
    String receivedBy,
    Instant receivedAt) {

  public boolean received() {
    return receivedAt != null;
  }

  /** Whether the written receipt that it needs is not there yet. */
  public boolean lacksReceipt() {
    return material.receiptNeeded() && receipt == null;
  }
}
