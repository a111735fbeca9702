package org.dangwu.debriefing.scope;

import org.dangwu.debriefing.DebriefEntry;

/**
 * An entry as it is stored.
 *
 * @param category kind of organisation as the table {@code debrief_scope} names it
 * @param note why it is in scope, from the table
 */
record EntryRow(DebriefEntry entry, String category, String note) {}
