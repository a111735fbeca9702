/**
 * Rating by the participants of the session (现场评议): arrangement, the round, weighted index, the
 * summary as table and picture.
 */
package org.dangwu.debriefing.rating;
