/**
 * One login for Tasklist, Cockpit and the own pages; everything is denied that is not expressly
 * allowed.
 */
@org.springframework.modulith.ApplicationModule(displayName = "登录与权限")
package org.dangwu.security;
