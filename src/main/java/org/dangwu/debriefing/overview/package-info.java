/** Who sees what of a run, and how far each secretary is; no contents, no ranking. */
package org.dangwu.debriefing.overview;
