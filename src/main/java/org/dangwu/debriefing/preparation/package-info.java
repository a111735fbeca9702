/** Before the session: reports and their review, field checks, points for the comments. */
package org.dangwu.debriefing.preparation;
