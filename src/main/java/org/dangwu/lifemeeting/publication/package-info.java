/**
 * What is made known after a meeting: the notice inside and downward, and measures of general
 * concern (A30).
 */
package org.dangwu.lifemeeting.publication;
