/**
 * Disposal of unqualified members (处置不合格党员): proposal, talk, pre-review by two levels, assembly
 * with strict vote, approval, announcement, execution, appeal. The flow is {@code
 * processes/member-review/disposal.bpmn}; names, grounds and reasons are only here and in the case
 * file.
 */
@org.springframework.modulith.ApplicationModule(displayName = "处置")
package org.dangwu.disposal;
