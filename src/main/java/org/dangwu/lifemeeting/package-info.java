/**
 * The democratic life meeting (民主生活会) of a leading body: its dates, its attendance page and what
 * only this procedure needs. The flow is {@code processes/life-meeting}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "民主生活会")
package org.dangwu.lifemeeting;
