/**
 * Anonymous questionnaires (征求意见问卷): people without an account say what they think on a page that
 * learns neither who they are nor when they came.
 */
@org.springframework.modulith.ApplicationModule(displayName = "征求意见问卷")
package org.dangwu.questionnaire;
