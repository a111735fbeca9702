package org.dangwu.questionnaire;

/**
 * One question (题目) with a free text as answer.
 *
 * @param topic what the answers are about, for the asker; unique within the questionnaire
 * @param label as people read it
 */
public record Question(String topic, String label) {}
