/** The yearly deployment of the review of members (民主评议党员年度部署) by a grass-roots committee. */
package org.dangwu.memberreview.year;
