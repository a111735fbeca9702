/**
 * What people see of running procedures: the home page (工作台) and the picture of where a run stands.
 */
@org.springframework.modulith.ApplicationModule(displayName = "工作台与督导")
package org.dangwu.supervision;
