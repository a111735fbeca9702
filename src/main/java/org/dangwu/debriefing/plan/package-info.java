/** The plan of a run: key contents, criteria, voters, field teams, dates (C03–C05, C09, C12). */
package org.dangwu.debriefing.plan;
