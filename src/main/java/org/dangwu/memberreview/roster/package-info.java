/** The frozen roster of a review and what changes it (B06, E15–E23, D06). */
package org.dangwu.memberreview.roster;
