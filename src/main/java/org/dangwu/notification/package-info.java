/**
 * Who is told what and when (通知): rules from the decision table {@code notification_rules}, inbox,
 * mail and webhook. Messages name the matter, the body and the deadline, never the content of a
 * case file.
 */
@org.springframework.modulith.ApplicationModule(displayName = "通知")
package org.dangwu.notification;
