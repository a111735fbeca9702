package org.dangwu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The desks of several people: each has a browser of his own, signs in once and then works in
 * Tasklist as a person would.
 */
final class Desk implements AutoCloseable {

  /** Where pictures for the guide go; moved to {@code docs/guide} by the guide test. */
  static final Path PICTURES = Path.of("target", "pictures");

  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;

  private final Browser browser;
  private final String address;
  private final Map<String, Page> pages = new LinkedHashMap<>();

  Desk(Browser browser, int port) {
    this.browser = browser;
    this.address = "http://localhost:" + port;
  }

  String address() {
    return address;
  }

  /** The person's page, signed in. */
  Page of(String user) {
    return pages.computeIfAbsent(user, this::signIn);
  }

  private Page signIn(String user) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(WIDTH, HEIGHT));
    Page page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.navigate(address + "/login");
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill("demo");
    page.locator("button[type=submit]").first().click();
    page.waitForURL("**/home");
    return page;
  }

  /** Opens a task from the home page by its name and claims it where that is needed. */
  Page openTask(String user, String taskName) {
    Page page = of(user);
    page.navigate(address + "/home");
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(taskName)).first();
    row.locator("a.button-primary").click();
    page.waitForURL("**/tasklist/**task=**");
    page.locator(".task-details, [cam-tasklist-task]").first().waitFor();
    Locator claim = page.locator("button:has-text('签收')").first();
    Locator complete = completeButton(page);
    complete.or(claim).first().waitFor();
    if (claim.isVisible() && !complete.isEnabled()) {
      claim.click();
    }
    return page;
  }

  /** The dossier or other own page inside the task's form. */
  FrameLocator form(Page page) {
    return page.frameLocator(".task-details iframe, [cam-tasklist-task] iframe, form iframe")
        .first();
  }

  static Locator completeButton(Page page) {
    return page.locator("button:has-text('办结')").last();
  }

  /** Completes the open task and waits until Tasklist says so. */
  void complete(Page page) {
    completeButton(page).click();
    page.locator(".notifications .alert, .alert")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
  }

  void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  @Override
  public void close() {
    pages.values().forEach(page -> page.context().close());
  }
}
