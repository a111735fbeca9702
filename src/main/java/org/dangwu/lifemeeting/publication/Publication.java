package org.dangwu.lifemeeting.publication;

import java.time.Instant;

/**
 * A document that was made known (通报、公布).
 *
 * @param documentId the version that was made known
 */
record Publication(
    String id,
    String caseId,
    String organization,
    Kind kind,
    String documentId,
    String title,
    Instant publishedAt) {

  /** To whom something is made known. */
  enum Kind {
    /** 通报: to the body's own people and the organisations below. */
    NOTICE("downwardNotice", "notice-published", "通报"),
    /** 公布: to everybody. */
    MEASURES("publicMeasures", "measures-published", "公布");

    private final String documentType;
    private final String event;
    private final String label;

    Kind(String documentType, String event, String label) {
      this.documentType = documentType;
      this.event = event;
      this.label = label;
    }

    String documentType() {
      return documentType;
    }

    String event() {
      return event;
    }

    public String label() {
      return label;
    }
  }
}
