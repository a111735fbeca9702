/**
 * How a superior lets all its leading bodies hold their life meetings of the year (年度部署): it gives
 * theme and window, starts what is not started, and deals with every body that has not met (A01,
 * A02, A04).
 */
package org.dangwu.lifemeeting.year;
