package org.dangwu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs all measurements in one JVM against one PostgreSQL server and writes the results into the
 * report. Arguments: the project's folder and the report's path in it.
 */
public final class Benchmark {

  private static final String CAMUNDA = "Camunda 7.24.0, bare";
  private static final String FLOWABLE = "Flowable 7.2.0, bare";
  private static final double AIM_MANY_TASKS = 0.80;
  private static final double AIM_BARE = 0.85;
  private static final double AIM_FLOWABLE = 1.30;
  private static final String OUR_DATABASE = "dangwu";

  private final BenchSettings settings;
  private final DatabaseServer server;
  private final Progress progress;
  private final Comparison comparison;
  private final PerformanceReport report = new PerformanceReport();
  private final Map<String, HikariDataSource> pools = new LinkedHashMap<>();

  private Benchmark(
      BenchSettings settings, DatabaseServer server, LoadDriver driver, Progress progress) {
    this.settings = settings;
    this.server = server;
    this.progress = progress;
    this.comparison = new Comparison(driver, progress, settings.turns());
  }

  public static void main(String[] arguments) throws Exception {
    Path project = Path.of(arguments[0]);
    Path reportFile = project.resolve(arguments[1]);
    BenchSettings settings = BenchSettings.fromSystemProperties();
    // one connection for each worker, and two for what an application does beside
    try (DatabaseServer server = new DatabaseServer(settings.threads() + 2);
        LoadDriver driver = new LoadDriver(settings.threads());
        Progress progress = new Progress(project.resolve("target/bench/rounds.csv"))) {
      Benchmark benchmark = new Benchmark(settings, server, driver, progress);
      benchmark.run();
      benchmark.report.writeInto(reportFile);
      System.out.println(benchmark.report.markdown());
    }
    // engines leave threads behind that are no daemons
    System.exit(0);
  }

  private void run() throws Exception {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now().toString());
    facts.putAll(MachineFacts.collect(server));
    report.heading("Machine and run");
    report.facts(facts);

    OurApplication ours = new OurApplication(database(OUR_DATABASE));
    compare(contestants(ours));
    compareTableSizes(ours);
  }

  private List<Contestant> contestants(OurApplication ours) throws Exception {
    String removalTimeStrategy = ours.removalTimeStrategy();
    List<Contestant> engines =
        List.of(
            new BareCamunda(CAMUNDA, database("camunda"), removalTimeStrategy, false),
            new BareCamunda(
                CAMUNDA + ", authorisation on",
                database("camunda_authorised"),
                removalTimeStrategy,
                true),
            new BareOperaton(database("operaton"), removalTimeStrategy),
            new BareFlowable(database("flowable")));
    for (Contestant engine : engines) {
      // The comparison is about the engines and the application, not about a missing index.
      DatabaseServer.execute(
          engine.dataSource(), "create index bench_task_parent on act_ru_task (parent_task_id_)");
    }
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(ours);
    contestants.addAll(engines);
    return contestants;
  }

  private void compare(List<Contestant> contestants) throws Exception {
    comparison.openStandingTasks(contestants, settings.standingTasks());
    Map<String, StatementsPerAction.Counted> counts = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      counts.put(contestant.name(), StatementsPerAction.of(contestant));
    }
    var results =
        comparison.run(contestants, 2, settings.rounds(), any -> settings.tasksPerRound());

    report.heading("Starting an instance and completing a member's task");
    List<List<String>> rows = new ArrayList<>();
    results.forEach(
        (name, result) ->
            rows.add(
                List.of(
                    name,
                    result.startsPerSecond().whole(),
                    result.completionsPerSecond().whole(),
                    result.completionMillis().precise(),
                    result.completionP99Millis().precise(),
                    result.completionRatioTo(results.get(CAMUNDA)).precise(),
                    result.completionRatioTo(results.get(FLOWABLE)).precise())));
    report.table(
        List.of(
            "",
            "starts/s",
            "completions/s",
            "median ms",
            "99th percentile ms",
            "completions: ratio to bare Camunda",
            "ratio to Flowable"),
        rows);
    Comparison.Result ours = results.get(OurApplication.NAME);
    report.list(
        List.of(
            report.verdict(
                "Application against bare Camunda",
                ours.completionRatioTo(results.get(CAMUNDA)),
                AIM_BARE),
            report.verdict(
                "Application against bare Flowable",
                ours.completionRatioTo(results.get(FLOWABLE)),
                AIM_FLOWABLE)));
    report.heading("Statements per action");
    report.table(
        List.of("", "start", "complete", "of these selects"),
        counts.values().stream().map(StatementsPerAction.Counted::row).toList());
    report.paragraph(
        "At completion the application executes beyond the bare engine: "
            + String.join(
                ", ", counts.get(OurApplication.NAME).completionBeyond(counts.get(CAMUNDA)))
            + ".");
  }

  private void compareTableSizes(Contestant ours) throws Exception {
    try (TableSizes sizes = new TableSizes(server, ours, settings)) {
      sizes.prepare(OUR_DATABASE, pools.get(OUR_DATABASE), progress);
      var results =
          comparison.run(
              List.of(sizes.few(), sizes.many(), sizes.withoutIndexes()),
              1,
              settings.scalingRounds(),
              one ->
                  one == sizes.withoutIndexes()
                      ? settings.contrastTasks()
                      : settings.scalingTasks());
      Comparison.Result few = results.get(sizes.few().name());
      report.heading("Many open tasks in the application's database");
      List<List<String>> rows = new ArrayList<>();
      results.forEach(
          (name, result) ->
              rows.add(
                  List.of(
                      name,
                      result.startsPerSecond().whole(),
                      result.completionsPerSecond().whole(),
                      result.completionMillis().precise(),
                      result.completionRatioTo(few).precise())));
      report.table(
          List.of("", "starts/s", "completions/s", "median ms", "ratio to few tasks"), rows);
      report.list(
          List.of(
              report.verdict(
                  "Completions with many open tasks against few",
                  results.get(sizes.many().name()).completionRatioTo(few),
                  AIM_MANY_TASKS)));
    }
  }

  private SwitchableDataSource database(String name) throws Exception {
    server.create(name);
    HikariDataSource pool = server.pool(name);
    pools.put(name, pool);
    return new SwitchableDataSource(pool);
  }
}
