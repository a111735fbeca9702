/** What the three procedures share: start once per body and year, frozen roster, parameters. */
@org.springframework.modulith.ApplicationModule(displayName = "程序公共部分")
package org.dangwu.procedure;
