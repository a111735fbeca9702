package org.dangwu.worksheet;

import java.util.List;

/** Completed sheets, for the modules whose matters they are. */
public interface SheetRecords {

  /** Oldest first. */
  List<SheetRecord> of(String process, String matterId);
}
