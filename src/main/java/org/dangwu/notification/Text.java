package org.dangwu.notification;

/** What a recipient reads. */
record Text(String subject, String body) {}
