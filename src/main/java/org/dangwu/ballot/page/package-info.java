/** Pages of voters and tellers. */
package org.dangwu.ballot.page;
