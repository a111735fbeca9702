package org.dangwu.lifemeeting;

/**
 * How opinions were gathered (征求意见情况, A09).
 *
 * @param collector name of the unit that gathers
 * @param scope whom it asked and in which ways
 * @param noneReceived states that nobody had an opinion
 */
record OpinionCollection(
    CollectedBy collectedBy, String collector, String scope, boolean noneReceived) {}
