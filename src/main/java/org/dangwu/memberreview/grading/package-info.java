/**
 * How a grade comes about: ballots, the committee's analysis, the assembly and the superior's
 * approval (B10–B20). Grades and reasons stay in the tables of this package.
 */
package org.dangwu.memberreview.grading;
