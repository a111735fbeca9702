package org.dangwu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one Chromium for all browser tests and hands it to them. */
final class Browsers implements ExecutionCondition, ParameterResolver {

  private static Playwright playwright;
  private static Browser browser;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (executable().isPresent() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("browser found, or continuous integration");
    }
    System.err.println(
        "**** BROWSER TESTS SKIPPED: no chromium. Install Debian's chromium or set CHROMIUM. ****");
    return ConditionEvaluationResult.disabled("no chromium");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser();
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      Path chromium =
          executable()
              .orElseThrow(
                  () -> new IllegalStateException("No chromium: install it or set CHROMIUM"));
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(
                      Map.of(
                          "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PATH", System.getenv("PATH"))));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium)
                      .setHeadless(true)
                      .setEnv(chinese())
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync",
                              "--lang=zh-CN")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }

  /** Date fields follow the language of the browser if it has its texts: Debian's chromium-l10n. */
  private static Map<String, String> chinese() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LANG", "zh_CN.UTF-8");
    environment.put("LANGUAGE", "zh_CN");
    return environment;
  }

  private static Optional<Path> executable() {
    return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
        .filter(path -> path != null && !path.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
