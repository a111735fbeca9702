package org.dangwu.debriefing.plan;

import java.nio.charset.StandardCharsets;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The sentences of the debriefing as users read them. */
public final class DebriefTexts {

  private DebriefTexts() {}

  public static DebriefSentences sentences() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/debriefing");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return new DebriefSentences(messages);
  }
}
