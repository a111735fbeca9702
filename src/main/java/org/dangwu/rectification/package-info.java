/**
 * Rectification (整改) of what a procedure found, item by item and across years: list, progress, help
 * of the superior, extension, verification, escalation. The flow of an item is {@code
 * processes/shared/rectification-item.bpmn}; its texts are only here and in the case file.
 */
@org.springframework.modulith.ApplicationModule(displayName = "整改")
package org.dangwu.rectification;
