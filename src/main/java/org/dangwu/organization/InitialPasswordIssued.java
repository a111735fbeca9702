package org.dangwu.organization;

/** A random first password was given to a user, who must choose an own one at the next login. */
public record InitialPasswordIssued(String userId) {}
