package org.dangwu.lifemeeting;

/**
 * An inquiry about one member (谈话函询, F-A5).
 *
 * @param reference number of the letter or of the record of the talk
 * @param matter what it was about, as far as it is to be explained at the meeting
 */
record Inquiry(String personId, InquiryOutcome outcome, String reference, String matter) {}
