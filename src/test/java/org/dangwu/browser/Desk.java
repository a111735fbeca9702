package org.dangwu.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One person at the browser. */
final class Desk {

  /** How long a screen may take, in milliseconds, where other builds use the machine as well. */
  static final double PATIENCE = 60_000;

  private final Page page;
  private final String address;
  private final Set<Picture> taken;
  private final Set<Picture> wanted;
  private final MovableClock clock;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private boolean refusalExpected;
  private String concern = "";

  Desk(Page page, String address, Set<Picture> taken, Set<Picture> wanted, MovableClock clock) {
    this.wanted = wanted;
    this.clock = clock;
    this.page = page;
    this.address = address;
    this.taken = taken;
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(complaints::add);
    page.onRequest(request -> unanswered.add(request.method() + " " + request.url()));
    page.onRequestFinished(request -> unanswered.remove(request.method() + " " + request.url()));
    page.onRequestFailed(request -> unanswered.remove(request.method() + " " + request.url()));
    page.onConsoleMessage(
        message -> {
          // A refused request is an error to the browser; whether it was to be refused, tests know.
          if (message.type().equals("error")
              && !(refusalExpected && message.text().startsWith("Failed to load resource"))) {
            complaints.add(message.text() + " " + message.location());
          }
        });
  }

  Page page() {
    return page;
  }

  void signsIn(String userId, String password) {
    page.navigate(address + "/login");
    page.getByLabel("人员编号").fill(userId);
    page.getByLabel("密码").fill(password);
    page.locator("main button[type=submit]").click();
    page.waitForURL("**/home");
  }

  void goesHome() {
    opens("/home");
  }

  /** Opens an address of the application; the answer's status is returned. */
  int opens(String path) {
    // Tasklist tells times as distances from now.
    page.clock().setSystemTime(clock.instant().toEpochMilli());
    return page.navigate(address + path).status();
  }

  /** Follows an entry of the navigation or another link by its text. */
  void follows(String link) {
    page.getByText(link, new Page.GetByTextOptions().setExact(true)).first().click();
    page.waitForLoadState();
  }

  /** Starts the meeting of the own body on the home page. */
  void startsLifeMeeting(LocalDate meeting) {
    goesHome();
    page.getByLabel("拟开会日期").fill(meeting.toString());
    page.getByText("启动", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".notice").first().waitFor();
  }

  /** Whether the task waits on the home page. */
  boolean isAskedTo(String task) {
    goesHome();
    return row(task).count() > 0;
  }

  /** Opens a task from the home page, in Tasklist, as soon as it waits there. */
  OpenTask opensTask(String task) {
    page.waitForCondition(() -> isAskedTo(task));
    row(task).first().locator("a.button-primary").click();
    page.waitForURL("**/tasklist/**task=**");
    return new OpenTask(this, task).isShown();
  }

  /** Opens and claims a task. */
  OpenTask takesOn(String task) {
    return opensTask(task).claims();
  }

  /** From now on only tasks of this piece of work are taken up. */
  Desk concerning(String work) {
    concern = work;
    return this;
  }

  private Locator row(String task) {
    return page.locator("main tr")
        .filter(new Locator.FilterOptions().setHasText(concern))
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.getByRole(
                        com.microsoft.playwright.options.AriaRole.CELL,
                        new Page.GetByRoleOptions().setName(exactly(task)))))
        .filter(new Locator.FilterOptions().setHas(page.locator("a.button-primary")));
  }

  /** The name, also where a word in brackets tells it from others of the same name. */
  private static Pattern exactly(String text) {
    return Pattern.compile("^\\s*" + text + "(（[^）]*）)?\\s*$");
  }

  /** Opens the page of the run that has the business number. */
  void opensCase(String businessKey) {
    goesHome();
    page.locator("main tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(businessKey, new Page.GetByTextOptions().setExact(true))))
        .getByText("进度图")
        .click();
    page.getByText("当前环节").first().waitFor();
  }

  /** Does what the page of a run offers, and opens the task that follows. */
  OpenTask asksFor(String action, String task, Picture offer) {
    page.locator("main a.button:text-is('" + action + "')").scrollIntoViewIfNeeded();
    picture(offer);
    page.locator("main a.button:text-is('" + action + "')").click();
    return confirms(action, task);
  }

  /** Confirms what was asked for, and opens the task that follows. */
  OpenTask confirms(String action, String task) {
    page.getByText("确认" + action, new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("去办理", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/tasklist/**task=**");
    return new OpenTask(this, task).isShown();
  }

  /** What the page says. */
  String says() {
    return page.locator("main").first().innerText();
  }

  /** From now on an answer may be a refusal. */
  Desk expectsRefusal() {
    refusalExpected = true;
    return this;
  }

  List<String> complaints() {
    return complaints;
  }

  /** Checks the screen and keeps its picture for the guide. */
  void picture(Picture picture) {
    complaints.addAll(Screen.faults(page, picture.name()));
    if (!wanted.contains(picture)) {
      return;
    }
    keep(picture);
    taken.add(picture);
  }

  /** Keeps the picture of a screen that shows ids and addresses as they are. */
  void photographs(Picture picture) {
    // Cockpit and Admin fill their tables after the page has loaded.
    page.waitForTimeout(1500);
    keep(picture);
    taken.add(picture);
  }

  private void keep(Picture picture) {
    byte[] screen =
        page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
    try {
      Files.createDirectories(picture.file().getParent());
      Files.write(picture.file(), SmallPicture.of(screen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a story stopped, this tells why: the screen, the address and what the browser says. */
  void keepsLastScreen(Path folder, String user) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve(user + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
    List<String> lines = new ArrayList<>(List.of(page.url()));
    lines.addAll(complaints);
    unanswered.forEach(request -> lines.add("unanswered " + request));
    try {
      Files.write(folder.resolve(user + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void leave() {
    page.context().close();
  }
}
