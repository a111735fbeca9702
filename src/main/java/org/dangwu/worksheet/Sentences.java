package org.dangwu.worksheet;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module, and the labels of the sheets of others. */
@Component("worksheetSentences")
class Sentences extends ModuleSentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    super("worksheet", messages);
    this.messages = messages;
  }

  /** Label of a field of a sheet. */
  String label(Worksheet sheet, String field) {
    return messages.getMessage(key(sheet, field), null, Locale.SIMPLIFIED_CHINESE);
  }

  Optional<String> hint(Worksheet sheet, String field) {
    return Optional.ofNullable(
        messages.getMessage(key(sheet, field) + ".hint", null, null, Locale.SIMPLIFIED_CHINESE));
  }

  private static String key(Worksheet sheet, String field) {
    return sheet.process() + "." + sheet.element().replace("UserTask_", "") + "." + field;
  }
}
