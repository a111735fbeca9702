/**
 * What the superior does beside a life meeting (督导列席): whom it sends, what they find, and which
 * meetings its leaders attend by lot (A15 to A17).
 */
package org.dangwu.lifemeeting.observation;
