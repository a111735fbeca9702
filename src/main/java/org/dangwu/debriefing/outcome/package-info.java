/**
 * What follows when the grades are settled: the notice within a range (C17), the publication of the
 * reports with a channel for remarks (C18), the personnel files (C19), the report upward (C22).
 */
package org.dangwu.debriefing.outcome;
