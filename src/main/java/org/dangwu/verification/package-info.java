/**
 * Verification (核实) of what is said about a member, before a grade is decided: at least two
 * investigators, findings with evidence, the person's right to be heard, a conclusion. The flow is
 * {@code processes/member-review/verification.bpmn}; its texts are only here and in the case file.
 */
@org.springframework.modulith.ApplicationModule(displayName = "核实")
package org.dangwu.verification;
