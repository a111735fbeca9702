/** What pages of all procedures share: open tasks, sentences, words typed into forms. */
@org.springframework.modulith.ApplicationModule(displayName = "办理页面")
package org.dangwu.desk;
