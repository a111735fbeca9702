/**
 * How the grades of secretaries come about (综合评价): opinions of the organisers, the committee's
 * study, the result and what follows from a low one (C14–C17, C20, C23). Grades stay in the tables
 * and the case file; the run learns counts and ids only.
 */
package org.dangwu.debriefing.appraisal;
