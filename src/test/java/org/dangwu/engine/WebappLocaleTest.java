package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Chinese texts of the web applications are ours, the English ones come with the engine: an
 * update that adds a text or a placeholder must not leave an official with English or a gap.
 */
class WebappLocaleTest {

  private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^>]*>");
  private static final Pattern ADDRESS = Pattern.compile("https?:");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Three or more Latin words in a row are a sentence; shorter runs are names and identifiers. */
  private static final Pattern ENGLISH_SENTENCE =
      Pattern.compile("\\b[A-Za-z]{2,}(?:[ ,.]+[A-Za-z]{2,}){2,}");

  /** Signs and identifiers that read the same in every language. */
  private static final Set<String> WITHOUT_CHINESE =
      Set.of("", "<", "<=", ">", ">=", "ID", "ID*", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void translatesExactlyTheKeysOfTheEngine(String application) {
    assertThat(chinese(application).keySet()).isEqualTo(english(application).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void keepsEveryPlaceholder(String application) {
    Map<String, String> english = english(application);
    chinese(application)
        .forEach(
            (key, text) ->
                assertThat(placeholders(text))
                    .as("%s %s: %s", application, key, text)
                    .isEqualTo(placeholders(english.get(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void leavesNoLabelInEnglish(String application) {
    chinese(application)
        .forEach(
            (key, text) -> {
              if (key.startsWith("/labels/") && !WITHOUT_CHINESE.contains(text)) {
                assertThat(text).as("%s %s", application, key).containsPattern(CHINESE);
                assertThat(visible(text))
                    .as("%s %s", application, key)
                    .doesNotContainPattern(ENGLISH_SENTENCE);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void namesNeitherTheEngineMakerNorAnOutsideAddress(String application) {
    chinese(application)
        .forEach(
            (key, text) ->
                assertThat(text)
                    .as("%s %s", application, key)
                    .doesNotContainIgnoringCase("camunda")
                    .doesNotContainPattern(ADDRESS));
  }

  /** Welcome shows no dates, so it has no date settings. */
  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin"})
  void showsDatesTheChineseWayWithMondayFirst(String application) {
    Map<String, String> texts = chinese(application);
    assertThat(texts.get("/dateLocales/longDateFormat/L")).isEqualTo("YYYY-MM-DD");
    assertThat(texts.get("/dateLocales/longDateFormat/LL")).isEqualTo("YYYY年M月D日");
    assertThat(texts.get("/dateLocales/longDateFormat/LLL")).isEqualTo("YYYY年M月D日 HH:mm");
    assertThat(texts.get("/dateLocales/longDateFormat/LLLL")).isEqualTo("YYYY年M月D日 dddd HH:mm");
    assertThat(texts.get("/dateLocales/longDateFormat/LT")).isEqualTo("HH:mm");
    assertThat(texts.get("/dateLocales/week/dow")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void offersChineseOnlyAndLoadsNothingFromOutside(String application) throws IOException {
    String root = APPLICATIONS + application;
    assertThat(read(only(root + "/scripts/config.js", "file")))
        .contains("availableLocales: ['zh']", "fallbackLocale: 'zh'", "vendor: '党务流程'")
        .doesNotContainPattern(ADDRESS);
    assertThat(read(only(root + "/styles/user-styles.css", "file"))).doesNotContainPattern(ADDRESS);
  }

  private static Map<String, String> english(String application) {
    return texts(APPLICATIONS + application + "/locales/en.json", "jar");
  }

  private static Map<String, String> chinese(String application) {
    return texts(APPLICATIONS + application + "/locales/zh.json", "file");
  }

  /** All values by their path; {@code protocol} tells our directory from the engine's jar. */
  private static Map<String, String> texts(String resource, String protocol) {
    Map<String, String> texts = new TreeMap<>();
    collect("", parse(only(resource, protocol)), texts);
    return texts;
  }

  private static URL only(String resource, String protocol) {
    try {
      List<URL> found =
          Collections.list(WebappLocaleTest.class.getClassLoader().getResources(resource)).stream()
              .filter(url -> url.getProtocol().equals(protocol))
              .toList();
      assertThat(found).as("%s (%s)", resource, protocol).hasSize(1);
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(URL url) {
    try {
      String text = read(url);
      return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void collect(String path, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties()
          .forEach(property -> collect(path + "/" + property.getKey(), property.getValue(), texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), texts);
      }
    } else {
      texts.put(path, node.asText());
    }
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .sorted()
        .toList();
  }

  private static String visible(String text) {
    return MARKUP.matcher(PLACEHOLDER.matcher(text).replaceAll("")).replaceAll("");
  }
}
