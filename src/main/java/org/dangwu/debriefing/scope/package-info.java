/**
 * Who gives an account in a run and how: start, scope, changes during the run (C01–C03, E25, E26).
 */
package org.dangwu.debriefing.scope;
