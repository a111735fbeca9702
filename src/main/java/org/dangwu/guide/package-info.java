/**
 * What a clerk needs to know of a task (办理说明): what is asked, by when, by which rule, by whom, and
 * what happens next. Everything comes from the model and the rule catalogue {@code rules.yml}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "办理说明")
package org.dangwu.guide;
