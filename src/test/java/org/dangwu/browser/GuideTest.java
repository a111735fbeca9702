package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The user guide shows what the browser tests photograph, and every link leads somewhere. */
class GuideTest {

  private static final Path GUIDE = Path.of("docs", "guide");
  private static final long LARGEST = 150 * 1024;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  void everyPictureOfTheGuideIsTakenByABrowserTest() throws IOException {
    Set<String> taken = new TreeSet<>();
    for (Picture picture : Picture.ofGuide()) {
      taken.add(picture.fileName());
    }
    Set<String> kept = new TreeSet<>();
    try (Stream<Path> files = Files.list(Picture.GUIDE)) {
      files.forEach(file -> kept.add(file.getFileName().toString()));
    }
    assertThat(kept).isEqualTo(taken);
    assertThat(shown()).as("pictures that chapters show").isEqualTo(taken);
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path chapter : chapters()) {
      for (String target : links(chapter)) {
        if (!target.startsWith("http")) {
          assertThat(chapter.resolveSibling(target)).as("link in " + chapter).exists();
        }
      }
    }
  }

  @Test
  void picturesAreSmall() {
    assertThat(Picture.ofGuide())
        .allSatisfy(
            picture ->
                assertThat(Files.size(Picture.GUIDE.resolve(picture.fileName())))
                    .isLessThan(LARGEST));
  }

  private static Set<String> shown() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Path chapter : chapters()) {
      for (String target : links(chapter)) {
        if (target.startsWith("pictures/")) {
          shown.add(target.substring("pictures/".length()));
        }
      }
    }
    return shown;
  }

  private static List<String> links(Path chapter) {
    try {
      return LINK.matcher(Files.readString(chapter))
          .results()
          .map((MatchResult link) -> link.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> chapters() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }
}
