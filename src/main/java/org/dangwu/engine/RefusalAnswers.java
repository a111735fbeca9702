package org.dangwu.engine;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Lets the engine's REST interfaces, that of the web applications too, answer a refusal with status
 * 400 and its sentence alone: for a submitted form the engine's own answer is 500 and an English
 * sentence around it. Found by Jersey through {@code META-INF/services}, since the web applications
 * set up their interface themselves.
 */
public final class RefusalAnswers implements AutoDiscoverable {

  private static final int BEFORE_THE_ENGINES_OWN = 1;

  @Override
  public void configure(FeatureContext context) {
    context.register(new Mapper(), BEFORE_THE_ENGINES_OWN);
  }

  /** Takes every answer of the interface that stands for an exception, and changes refusals. */
  static final class Mapper implements ExceptionMapper<RestException> {

    @Override
    public Response toResponse(RestException exception) {
      ExceptionHandlerHelper helper = ExceptionHandlerHelper.getInstance();
      return SubmissionRefused.in(exception)
          .map(helper::getResponse)
          .orElseGet(() -> helper.getResponse(exception));
    }
  }
}
