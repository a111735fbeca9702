/** Changes during a run: a secretary leaves his post, or gives his account otherwise (E25, E26). */
package org.dangwu.debriefing.change;
