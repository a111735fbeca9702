package org.dangwu.organization.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.dangwu.organization.account.RosterAccounts;
import org.dangwu.organization.roster.Finding.Severity;
import org.dangwu.organization.roster.ImportJob.State;
import org.dangwu.organization.roster.ImportJob.Summary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports the roster from a workbook: first a dry run that lists every error, then, when confirmed,
 * everything or nothing in one transaction with the engine's accounts.
 */
@Component
public class RosterImports implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RosterImports.class);

  private final ImportJobs jobs;
  private final RosterWriter writer;
  private final RosterAccounts accounts;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final RosterProperties limits;
  private final MessageSource messages;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "roster-import");
            thread.setDaemon(true);
            return thread;
          });

  RosterImports(
      ImportJobs jobs,
      RosterWriter writer,
      RosterAccounts accounts,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      RosterProperties limits,
      MessageSource messages,
      Clock clock) {
    this.jobs = jobs;
    this.writer = writer;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.limits = limits;
    this.messages = messages;
    this.clock = clock;
  }

  /** Takes a workbook and checks it in the background. Returns the id of the import. */
  public String upload(String fileName, byte[] workbook, String user) {
    String id = accept(fileName, workbook, user);
    worker.execute(() -> guarded(id, () -> check(id)));
    return id;
  }

  /**
   * Writes a checked import in the background.
   *
   * @return empty when it began, or the reason why not
   */
  public Optional<String> confirm(String id) {
    if (!jobs.startWriting(id)) {
      boolean waiting =
          jobs.find(id).map(ImportJob::state).filter(State.CHECKED::equals).isPresent();
      return Optional.of(text(waiting ? "other-import-runs" : "roster-changed"));
    }
    worker.execute(() -> guarded(id, () -> write(id)));
    return Optional.empty();
  }

  /** Checks and writes at once in the caller's thread; used where nobody looks at a dry run. */
  public ImportJob importNow(String fileName, byte[] workbook, String user) {
    String id = accept(fileName, workbook, user);
    guarded(id, () -> check(id));
    if (jobs.startWriting(id)) {
      guarded(id, () -> write(id));
    }
    return jobs.find(id).orElseThrow();
  }

  public boolean cancel(String id) {
    return jobs.cancel(id);
  }

  public Optional<ImportJob> find(String id) {
    return jobs.find(id);
  }

  public List<ImportJob> latest() {
    return jobs.latest(10);
  }

  /** Errors first, then notes, both in the order of the workbook. */
  public List<Finding> findings(String id, int most) {
    return jobs.findings(id, most);
  }

  public int errors(String id) {
    return jobs.count(id, Severity.ERROR);
  }

  public int notes(String id) {
    return jobs.count(id, Severity.NOTE);
  }

  @Scheduled(fixedDelay = 300_000, initialDelay = 60_000)
  void tidy() {
    jobs.tidy(text("interrupted"));
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }

  private String accept(String fileName, byte[] workbook, String user) {
    // A file that is too large is not even kept; the check below then finds it empty-handed.
    boolean kept = workbook.length <= limits.maxFileSize().toBytes();
    String id =
        jobs.open(shortened(fileName), digest(workbook), kept ? workbook : new byte[0], user);
    if (!kept) {
      jobs.checked(
          id,
          State.REJECTED,
          text("file-too-large", limits.maxFileSize().toMegabytes()),
          Summary.NOTHING,
          List.of());
    }
    return id;
  }

  private void check(String id) {
    if (jobs.find(id).map(ImportJob::state).filter(State.CHECKING::equals).isEmpty()) {
      return;
    }
    try {
      Checked checked = examine(id);
      Summary summary = checked.summary();
      List<Finding> list = new ArrayList<>(checked.findings.list());
      if (checked.findings.hasErrors()) {
        jobs.checked(id, State.REJECTED, null, Summary.NOTHING, list);
      } else if (checked.plan.isEmpty()) {
        jobs.checked(id, State.REJECTED, text("nothing-changes"), summary, list);
      } else {
        jobs.checked(id, State.CHECKED, null, summary, list);
      }
    } catch (WorkbookRefused e) {
      jobs.checked(id, State.REJECTED, text(e.key(), e.arguments()), Summary.NOTHING, List.of());
    }
  }

  private void write(String id) {
    try {
      Checked checked = examine(id);
      ImportJob job = jobs.find(id).orElseThrow();
      // What was confirmed is what is written: a roster that changed since the dry run stops it.
      if (checked.findings.hasErrors() || !checked.summary().equals(job.summary())) {
        jobs.failed(id, text("roster-changed"));
        return;
      }
      int total = writer.steps(checked.plan);
      jobs.progress(id, total, 0);
      transaction.executeWithoutResult(
          status -> {
            writer.write(checked.plan, done -> jobs.progress(id, total, done));
            if (!jobs.done(id)) {
              throw new IllegalStateException("Import " + id + " was given up meanwhile");
            }
          });
    } catch (WorkbookRefused e) {
      jobs.failed(id, text(e.key(), e.arguments()));
    }
  }

  private record Checked(RosterPlan plan, Findings findings) {

    Summary summary() {
      return findings.hasErrors() ? Summary.NOTHING : Summary.of(plan);
    }
  }

  private Checked examine(String id) throws WorkbookRefused {
    byte[] workbook = jobs.workbook(id).orElseThrow(() -> new WorkbookRefused("roster-changed"));
    Findings findings = new Findings(messages);
    RosterRows rows = read(workbook, findings);
    if (rows == null) {
      return new Checked(new RosterPlan(), findings);
    }
    Set<String> ids =
        rows.people.stream().map(RosterRows.PersonRow::id).collect(Collectors.toSet());
    RosterState state = RosterState.read(jdbc);
    Set<String> unknown =
        ids.stream()
            .filter(person -> !state.people.containsKey(person))
            .collect(Collectors.toSet());
    RosterPlan plan =
        new RosterCheck(state, rows, accounts.existing(unknown), LocalDate.now(clock), findings)
            .run();
    return new Checked(plan, findings);
  }

  /** Empty-handed when a sheet or column is missing. */
  private RosterRows read(byte[] workbook, Findings findings) throws WorkbookRefused {
    try {
      Path file = Files.createTempFile("roster", ".xlsx");
      try {
        Files.write(file, workbook);
        new WorkbookGate(limits).check(file);
        RosterParser parser = new RosterParser(findings);
        new WorkbookReader(limits.maxRows()).read(file, parser);
        parser.finish();
        return parser.isComplete() ? parser.rows() : null;
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever goes wrong is logged with the import's number and shown as a failure, never lost. */
  private void guarded(String id, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.error("Roster import {} failed", id, e);
      jobs.failed(id, text("failed", id));
    }
  }

  private String text(String key, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    return messages.getMessage("organization.import." + key, texts, Locale.SIMPLIFIED_CHINESE);
  }

  private static String shortened(String fileName) {
    String name = fileName == null || fileName.isBlank() ? "未命名" : fileName.strip();
    return name.length() > 120 ? name.substring(name.length() - 120) : name;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
