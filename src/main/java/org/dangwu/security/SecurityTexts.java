package org.dangwu.security;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of {@code messages/security_zh_CN.properties}. */
@Component
class SecurityTexts {

  private final MessageSource messages;

  SecurityTexts(MessageSource messages) {
    this.messages = messages;
  }

  String get(String key, Object... arguments) {
    return messages.getMessage("security." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }
}
