/**
 * What follows from a grade: the member is told and may object (B21, E24), praise, help and
 * disposal (B22–B25), filing (B27). A member sees nobody's result but his own.
 */
package org.dangwu.memberreview.outcome;
