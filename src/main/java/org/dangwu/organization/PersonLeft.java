package org.dangwu.organization;

/** A person left the roster; the account is gone and open sessions must end. */
public record PersonLeft(String userId) {}
