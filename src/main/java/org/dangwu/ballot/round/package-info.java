/** Rounds, register, box, count. */
package org.dangwu.ballot.round;
