/** What the pages of the review share: its open tasks, its sentences, words typed into forms. */
package org.dangwu.memberreview.desk;
