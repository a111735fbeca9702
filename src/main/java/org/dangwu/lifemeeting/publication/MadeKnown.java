package org.dangwu.lifemeeting.publication;

import org.dangwu.publication.Readership;

/** What a meeting makes known (A30). */
enum MadeKnown {
  /** 通报: to the body's own people and the organisations below. */
  NOTICE("downwardNotice", "notice-published", "通报"),
  /** 公布: to everybody. */
  MEASURES("publicMeasures", "measures-published", "公布");

  private final String documentType;
  private final String event;
  private final String label;

  MadeKnown(String documentType, String event, String label) {
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

  String label() {
    return label;
  }

  Readership readership(String body) {
    return this == NOTICE ? Readership.inside(body) : Readership.everybody();
  }
}
