/**
 * The debriefing and appraisal of the secretaries of a level (述职评议考核) by the committee above them:
 * who reports, the plan, the session, grades and what follows from them. The flow is {@code
 * processes/debriefing}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "述职评议考核")
package org.dangwu.debriefing;
