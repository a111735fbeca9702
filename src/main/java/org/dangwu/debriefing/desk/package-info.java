/** What the pages of the debriefing share: its open tasks, its sentences, its steps. */
package org.dangwu.debriefing.desk;
