/**
 * One login for Tasklist, Cockpit and the own pages; everything is denied that is not expressly
 * allowed.
 */
package org.dangwu.security;
