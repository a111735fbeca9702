/** How grades are locked away while a round is open. */
package org.dangwu.ballot.box;
