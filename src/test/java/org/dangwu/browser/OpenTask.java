package org.dangwu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A task open in Tasklist, with its form. */
final class OpenTask {

  private static final String CALENDAR_IS_SET_UP =
      "input => Boolean(input._flatpickr) && input._flatpickr.config.onChange.length > 0";
  private static final String CALENDAR_HAS_A_DAY =
      "input => input._flatpickr.selectedDates.length === 1";

  private final Desk desk;
  private final Page page;
  private final String name;

  OpenTask(Desk desk, String name) {
    this.desk = desk;
    this.page = desk.page();
    this.name = name;
  }

  OpenTask isShown() {
    try {
      completeButton().waitFor(new Locator.WaitForOptions().setTimeout(Desk.PATIENCE / 2));
    } catch (TimeoutError stuck) {
      // On a busy machine Tasklist sometimes never ends loading; people then load it again.
      page.reload();
      completeButton().waitFor();
    }
    page.locator(".fjs-container, form iframe").first().waitFor();
    if (page.locator("form iframe").count() > 0) {
      inFrame().locator("main").first().waitFor();
    }
    return this;
  }

  /** 签收: needed where several persons could do it. */
  OpenTask claims() {
    page.locator("button.claim, button.unclaim").first().waitFor();
    Locator claim = page.locator("button.claim");
    if (claim.count() > 0) {
      claim.click();
      page.locator("button.unclaim").waitFor();
    }
    return isHeld();
  }

  /** Waits for the fields, which are open to the one who has claimed the task only. */
  private OpenTask isHeld() {
    if (page.locator("form iframe").count() > 0) {
      inFrame().locator("main:not(:has-text('签收任务'), :has-text('签收并开始'))").first().waitFor();
    }
    return this;
  }

  /** Chooses an answer in a Camunda Form. */
  OpenTask chooses(String answer) {
    page.locator(".fjs-container label")
        .filter(new Locator.FilterOptions().setHasText(exactly(answer)))
        .click();
    return this;
  }

  /** Chooses from a list of the form that Tasklist itself shows. */
  OpenTask selects(String label, String answer) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel(answer));
    return this;
  }

  /**
   * Marks an answer of the form that Tasklist itself shows, which after claiming is set up anew.
   */
  OpenTask marks(String answer) {
    Locator choice = page.getByLabel(answer, new Page.GetByLabelOptions().setExact(true));
    page.waitForCondition(
        () -> {
          choice.check();
          return completeButton().isEnabled();
        });
    return this;
  }

  /** Fills a field of a Camunda Form. */
  OpenTask fills(String label, String text) {
    field(label).locator("input:not([disabled]), textarea:not([disabled])").fill(text);
    return this;
  }

  /** Picks an entry of a list in a Camunda Form. */
  OpenTask picks(String label, String entry) {
    field(label).locator(".fjs-input-group").click();
    page.locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(exactly(entry)))
        .click();
    return this;
  }

  /** Presses a button of the framed page. */
  OpenTask presses(String button) {
    inFrame()
        .getByRole(
            AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(button).setExact(true))
        .click();
    return this;
  }

  /** Waits until the framed page shows the text. */
  OpenTask awaits(String text) {
    inFrame().getByText(text).first().waitFor();
    return this;
  }

  /** Fills a date field of a Camunda Form, typing as one does, and waits until the form has it. */
  OpenTask fillsDate(String label, LocalDate day) {
    Locator input = field(label).locator("input.fjs-input").first();
    String text = "%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    // For some thirty milliseconds after it has appeared, the field sets its calendar up and wipes
    // what it holds: nobody types so fast, but this test does.
    page.waitForCondition(() -> (Boolean) input.evaluate(CALENDAR_IS_SET_UP));
    input.fill(text);
    input.press("Enter");
    page.waitForCondition(() -> (Boolean) input.evaluate(CALENDAR_HAS_A_DAY));
    input.press("Tab");
    page.waitForCondition(() -> text.equals(input.inputValue()));
    return this;
  }

  private Locator field(String label) {
    return page.locator(".fjs-form-field")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator("label")
                        .filter(
                            new Locator.FilterOptions()
                                .setHasText(Pattern.compile("^\\s*" + label + "\\s*\\*?")))))
        .first();
  }

  /** Writes a section of the paper in the framed page. */
  OpenTask writes(String section, String text) {
    inFrame().getByLabel(section, new FrameLocator.GetByLabelOptions().setExact(true)).fill(text);
    return this;
  }

  /** Scrolls until the part of the framed page is at the top. */
  OpenTask lookingAt(String part) {
    inFrame().locator(part).first().evaluate("part => part.scrollIntoView({block: 'start'})");
    return this;
  }

  OpenTask picture(Picture picture) {
    desk.picture(picture);
    return this;
  }

  /** What the form says. */
  String says() {
    return page.locator(".fjs-container").innerText();
  }

  /** Opens the case file in a window of its own and closes it again. */
  OpenTask readsCaseFile() {
    Page window = page.context().waitForPage(() -> page.getByText("打开本次会议的卷宗").click());
    window.getByText("卷内目录").first().waitFor();
    window.close();
    return this;
  }

  /** The first framed page. */
  FrameLocator inFrame() {
    return page.frameLocator("form iframe").first();
  }

  FrameLocator inFrame(String title) {
    return page.frameLocator("form iframe[title='" + title + "']");
  }

  Locator completeButton() {
    return page.locator("button[ng-click='complete()']").last();
  }

  /** 办结, which must succeed. */
  void completes() {
    pressComplete();
    assertThat(refused() ? refusal() : "").as("answer to completing " + name).isEmpty();
  }

  /** 办结, which must be refused; returns what the person is told. */
  String isRefused() {
    desk.expectsRefusal();
    pressComplete();
    assertThat(refused()).as("completing " + name + " is refused").isTrue();
    return refusal();
  }

  /** Closes the message that lies over the button. */
  OpenTask closesTheMessage() {
    Locator message = page.locator(".notifications .alert-danger");
    message.locator("button[ng-click='removeNotification(notification)']").last().click();
    message.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  private void pressComplete() {
    // The form checks its fields, and the button follows, a moment after the last key.
    PlaywrightAssertions.assertThat(completeButton())
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(Desk.PATIENCE));
    completeButton().click();
    page.waitForCondition(() -> !page.url().contains("task=") || refused());
  }

  private boolean refused() {
    return page.locator(".notifications .alert-danger .message").count() > 0;
  }

  private String refusal() {
    return page.locator(".notifications .alert-danger .message").last().innerText();
  }

  private static Pattern exactly(String text) {
    return Pattern.compile("^\\s*" + text + "\\s*$");
  }
}
