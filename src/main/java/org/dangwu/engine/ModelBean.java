package org.dangwu.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean that models may name in expressions. Every other bean of the application is invisible to
 * them, so that a deployed model cannot reach services that were never meant for it.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelBean {

  /** The name used in models, e.g. {@code notification} for {@code ${notification}}. */
  @AliasFor(annotation = Component.class)
  String value();
}
