/** What the process {@code ballot-round} calls. */
package org.dangwu.ballot.flow;
