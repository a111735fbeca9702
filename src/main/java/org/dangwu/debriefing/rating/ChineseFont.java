package org.dangwu.debriefing.rating;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A font of this machine that has Chinese characters. A server may have none, or no fonts at all.
 */
@Component
class ChineseFont {

  private static final Logger LOG = LoggerFactory.getLogger(ChineseFont.class);

  private static final String SAMPLE = "党委书记述职评议考核较";

  /** Those that look best first; any other with the characters will do. */
  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "Microsoft YaHei",
          "SimHei",
          "SimSun",
          "WenQuanYi Micro Hei");

  /** Empty when no text could be drawn; told once in the log. */
  Optional<Font> find() {
    return Held.FONT;
  }

  private static final class Held {
    static final Optional<Font> FONT = search();

    private static Optional<Font> search() {
      Optional<Font> found = Optional.empty();
      try {
        List<String> there =
            Arrays.asList(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        found =
            Stream.concat(PREFERRED.stream().filter(there::contains), there.stream())
                .map(name -> new Font(name, Font.PLAIN, 12))
                .filter(font -> font.canDisplayUpTo(SAMPLE) < 0)
                .findFirst();
      } catch (RuntimeException | LinkageError | InternalError noFonts) {
        // Without fontconfig the runtime fails in one of these ways.
        LOG.warn("Fonts cannot be read: {}", noFonts.toString());
      }
      if (found.isEmpty()) {
        LOG.warn(
            "No font with Chinese characters: rating summaries go without their picture."
                + " Install one, for example fonts-noto-cjk.");
      }
      return found;
    }
  }
}
