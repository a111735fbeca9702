/** What the pages of the review share: its open tasks, its sentences, its steps. */
package org.dangwu.memberreview.desk;
