package org.dangwu.questionnaire;

/**
 * One answer (意见原文), as it was written; nothing says who wrote it, when or together with which
 * others.
 */
public record Answer(String topic, String text) {}
