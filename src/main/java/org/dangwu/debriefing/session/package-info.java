/**
 * The enlarged meeting at which secretaries report (述职会议, C10, C11): who is there, what becomes of
 * those who are not (E29), the order of the meeting and the comments on each.
 */
package org.dangwu.debriefing.session;
