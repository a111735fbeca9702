/**
 * The democratic review of members (民主评议党员) of a branch: its roster, its preparation, its grades
 * and what follows from them. The flow is {@code processes/member-review}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "民主评议党员")
package org.dangwu.memberreview;
