package org.dangwu.lifemeeting;

/**
 * One opinion (意见建议) in its own words.
 *
 * @param number under which it is referred to within the case; answers of a questionnaire get
 *     theirs after they were shuffled
 * @param handedOver receipt number of the discipline commission when it was handed over as a hint
 *     at a violation, else null
 * @param groupId the group with which it is fed back, or null
 */
record Opinion(
    String id,
    int number,
    OpinionSource source,
    Addressee addressee,
    String text,
    String handedOver,
    String groupId) {

  boolean isHandedOver() {
    return handedOver != null;
  }
}
