package org.dangwu.lifemeeting;

/** Opinions of the same tenor that are fed back as one sentence (归并反馈). */
record OpinionGroup(String id, Addressee addressee, String text) {}
