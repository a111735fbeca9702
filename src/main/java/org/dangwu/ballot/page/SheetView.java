package org.dangwu.ballot.page;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.dangwu.ballot.round.BallotSheet;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a sheet into the model of a page. */
@Component
class SheetView {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);

  private final Clock clock;

  SheetView(Clock clock) {
    this.clock = clock;
  }

  void show(BallotSheet sheet, Map<String, String> choices, String action, Model model) {
    model.addAttribute("sheet", sheet);
    model.addAttribute("choices", choices);
    model.addAttribute("action", action);
    model.addAttribute("limit", sheet.limit().orElse(null));
    model.addAttribute("due", moment(sheet.round().dueAt()));
    model.addAttribute("standing", sheet.standing().name());
  }

  String moment(java.time.Instant instant) {
    return MOMENT.format(ZonedDateTime.ofInstant(instant, clock.getZone()));
  }
}
