package org.dangwu.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/**
 * Gives each error a number that the person can quote and the log repeats, and says nothing else
 * about what went wrong inside.
 */
@Component
class NumberedErrors extends DefaultErrorAttributes {

  private static final Logger log = LoggerFactory.getLogger(NumberedErrors.class);

  private static final Set<Integer> EXPLAINED =
      Set.of(400, 401, 403, 404, 405, 409, 413, 415, 500, 503);

  private final SecurityTexts texts;

  NumberedErrors(SecurityTexts texts) {
    this.texts = texts;
  }

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> known = super.getErrorAttributes(request, options);
    int status = known.get("status") instanceof Integer code ? code : 500;
    String number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    if (status >= 500) {
      log.error("Error {} at {}", number, place(known), getError(request));
    } else {
      log.info("Refusal {} with status {} at {}", number, status, place(known));
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", status);
    told.put("message", texts.get("error." + (EXPLAINED.contains(status) ? status : "other")));
    told.put("number", number);
    return told;
  }

  /** The address without the token that opens an anonymous questionnaire. */
  private static String place(Map<String, Object> known) {
    return String.valueOf(known.get("path")).replaceFirst("/q/.*", "/q/...");
  }
}
