package org.dangwu.ballot.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.Receipt;
import org.dangwu.ballot.box.BallotProperties;
import org.dangwu.ballot.box.GradeSeal;
import org.dangwu.ballot.round.EveryTable.Line;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody who reads the database, while a round is open or afterwards, learns who voted how. */
@IntegrationTest
@AutoConfigureMockMvc
class BallotSecrecyTest {

  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private SheetRules rules;
  @Autowired private BallotSentences sentences;
  @Autowired private BallotProperties properties;
  @Autowired private DataSource database;
  @Autowired private JdbcTemplate template;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private Polls polls;

  @BeforeEach
  void branch() {
    polls = new Polls(jdbc, clock);
  }

  @Proves("B10")
  @Test
  void noRowOfAnyTableHoldsAVoterBesideAGrade() {
    // the voter is no object himself, so that his name may stand beside no grade at all
    BallotPlan plan = polls.plan(4, 6, polls.withMarker());
    String voter = polls.person(6);
    String round = open(plan);
    castAll(plan, round, 5, "QUALIFIED");
    station.cast(round, voter, Polls.all(plan, voter, polls.marker.code()));
    assertThat(linesWith(polls.marker.code()))
        .extracting(Line::table)
        .as("while the round is open, only its scale knows the grade")
        .containsOnly("ballot_grade");
    ballots.close(round, polls.tellers.get(0));
    List<Line> afterwards = linesWith(polls.marker.code());
    assertThat(afterwards).extracting(Line::table).containsOnly("ballot_grade", "ballot_sealed");
    assertThat(afterwards).noneMatch(line -> line.text().contains(voter));
    assertThat(linesWith(voter)).isNotEmpty();
  }

  @Test
  void anOpenBoxHoldsNothingButCiphertextOfOneLength() {
    BallotPlan plan = polls.plan(5, 5);
    String round = open(plan);
    castAll(plan, round, 5, "EXCELLENT");
    List<byte[]> grades =
        template.query(
            "select grade from ballot_box where round_id = ?", (row, n) -> row.getBytes(1), round);
    assertThat(grades).hasSize(5 * 4 + 5).allMatch(grade -> grade.length == GradeSeal.SEALED_BYTES);
    assertThat(grades.stream().map(g -> new String(g, StandardCharsets.ISO_8859_1)))
        .doesNotHaveDuplicates()
        .noneMatch(text -> text.contains("EXCELLENT"));
    ballots.close(round, polls.tellers.get(0));
    assertThat(count("ballot_box", round)).isZero();
    assertThat(count("ballot_sealed", round)).isEqualTo(25);
  }

  @Test
  void theKeyLiesOutsideTheDatabaseAndIsGoneAfterTheClose() throws Exception {
    BallotPlan plan = polls.plan(3, 3);
    String round = open(plan);
    Path secret = properties.keyDirectory().resolve(round + ".key");
    byte[] bytes = Files.readAllBytes(secret);
    assertThat(bytes).hasSize(32);
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(EveryTable.rows(template)).noneMatch(line -> line.text().contains(raw));
    castAll(plan, round, 3, "BASIC");
    ballots.close(round, polls.tellers.get(0));
    assertThat(secret).doesNotExist();
    assertThat(
            template.queryForMap(
                "select public_key, wrapped_key from ballot_round where round_id = ?", round))
        .containsValue(null)
        .doesNotContainValue(new byte[0]);
  }

  /** PostgreSQL keeps in each row which transaction wrote it; H2 numbers rows as they come. */
  @Test
  void whatTheDatabaseKeepsOfTransactionsLeadsFromNoVoterToAGrade() {
    BallotPlan plan = polls.plan(6, 6);
    String round = open(plan);
    castAll(plan, round, 6, "EXCELLENT");
    boolean postgres = TestDatabase.isPostgres();
    if (postgres) {
      assertThat(joinedByTransaction("ballot_box", round))
          .as("in an open round only ciphertext stands in the same transaction")
          .isEqualTo(6 * 6);
    }
    ballots.close(round, polls.tellers.get(0));
    if (postgres) {
      assertThat(joinedByTransaction("ballot_sealed", round)).isZero();
      assertThat(joinedByTransaction("ballot_box", round)).isZero();
      Integer writers =
          jdbc.sql("select count(distinct xmin::text) from ballot_sealed where round_id = ?")
              .param(round)
              .query(Integer.class)
              .single();
      assertThat(writers).isEqualTo(1);
    }
    assertThat(ballots.verify(round)).isTrue();
  }

  @Test
  void theOrderOfSealedRowsIsIndependentOfTheOrderOfVoting() {
    int voters = 200;
    List<Grade> grades =
        IntStream.rangeClosed(1, voters).mapToObj(n -> new Grade("G" + n, "等次" + n)).toList();
    BallotPlan plan = polls.plan(2, voters + 2, grades);
    String round = open(plan);
    // each voter has a grade of his own, so that sealed rows tell the order in which they came
    for (int n = 1; n <= voters; n++) {
      String voter = polls.person(n + 2);
      station.cast(round, voter, Polls.all(plan, voter, "G" + n));
    }
    ballots.close(round, polls.tellers.get(0));
    String physical = TestDatabase.isPostgres() ? "ctid" : "_rowid_";
    assertThat(correlation(sealed(round, physical))).isBetween(-0.3, 0.3);
    assertThat(correlation(sealed(round, "id"))).isBetween(-0.3, 0.3);
    List<Integer> registered =
        jdbc
            .sql("select voter_id from ballot_register where round_id = ? order by " + physical)
            .param(round)
            .query(String.class)
            .list()
            .stream()
            .map(id -> Integer.parseInt(id.substring((polls.prefix + "p").length())))
            .toList();
    assertThat(correlation(registered)).as("the measure itself works").isGreaterThan(0.9);
  }

  @Test
  void aHundredConcurrentSubmissionsOfOneVoterLeaveOneEntryAndOneSheet() throws Exception {
    BallotPlan plan = polls.plan(10, 10);
    String round = open(plan);
    String voter = polls.person(3);
    List<Callable<Receipt>> same =
        Collections.nCopies(
            100, () -> station.cast(round, voter, Polls.all(plan, voter, "QUALIFIED")));
    assertThat(atOnce(same))
        .hasSize(100)
        .satisfies(
            receipts -> assertThat(receipts.stream().filter(Receipt.TAKEN::equals)).hasSize(1));
    assertThat(count("ballot_register", round)).isEqualTo(1);
    assertThat(count("ballot_box", round)).isEqualTo(9 + 1);
  }

  @Test
  void aHundredPeopleVotingTwiceAtOnceLoseNothing() throws Exception {
    BallotPlan plan = polls.plan(100, 100);
    String round = open(plan);
    List<Callable<Receipt>> all = new ArrayList<>();
    for (int twice = 0; twice < 2; twice++) {
      for (String voter : polls.people(100)) {
        all.add(() -> station.cast(round, voter, Polls.all(plan, voter, "QUALIFIED")));
      }
    }
    Collections.shuffle(all);
    assertThat(atOnce(all)).filteredOn(Receipt.TAKEN::equals).hasSize(100);
    ballots.close(round, polls.tellers.get(0));
    assertThat(ballots.counts(round).intact()).isTrue();
    assertThat(ballots.results(round).objects())
        .hasSize(100)
        .allSatisfy(
            object ->
                assertThat(object.distribution().orElseThrow().votes())
                    .containsEntry("QUALIFIED", 99));
  }

  @Test
  void aDatabaseThatGoesAwayBetweenTwoStatementsLeavesAllOrNothing() {
    BallotPlan plan = polls.plan(5, 40);
    String round = open(plan);
    int crashes = 0;
    for (int statement = 1; statement <= 30; statement++) {
      String voter = polls.person(5 + statement);
      int before = count("ballot_box", round);
      try {
        stationOn(new CrashingDataSource(database, statement))
            .cast(round, voter, Polls.all(plan, voter, "BASIC"));
      } catch (RuntimeException gone) {
        crashes++;
        assertThat(count("ballot_box", round)).as("statement %d", statement).isEqualTo(before);
        assertThat(registered(round, voter)).isFalse();
        // the voter who heard nothing sends again
        assertThat(station.cast(round, voter, Polls.all(plan, voter, "BASIC")))
            .isEqualTo(Receipt.TAKEN);
      }
      assertThat(registered(round, voter)).isTrue();
      assertThat(count("ballot_box", round)).isEqualTo(before + 6);
    }
    assertThat(crashes).as("lock, register, every row and the commit").isGreaterThanOrEqualTo(9);
    ballots.close(round, polls.tellers.get(0));
    assertThat(ballots.counts(round).intact()).isTrue();
  }

  @Test
  void aCloseThatFailsLeavesTheBoxAsItWas() {
    BallotPlan plan = polls.plan(3, 3);
    String round = open(plan);
    castAll(plan, round, 3, "BASIC");
    Path secret = properties.keyDirectory().resolve(round + ".key");
    Path away = properties.keyDirectory().resolve(round + ".away");
    try {
      Files.move(secret, away);
      assertThatThrownBy(() -> ballots.close(round, "system"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("找不到本轮测评的密钥文件");
      assertThat(count("ballot_box", round)).isEqualTo(9);
      Files.move(away, secret);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    ballots.close(round, "system");
    assertThat(count("ballot_sealed", round)).isEqualTo(9);
  }

  @Test
  void aStuffedOrRobbedBoxIsNoticedAndNotCounted() {
    BallotPlan plan = polls.plan(4, 4);
    String robbed = open(plan);
    castAll(plan, robbed, 4, "EXCELLENT");
    template.update(
        "delete from ballot_box where id = (select id from ballot_box"
            + " where round_id = ? and target_id = ? fetch first 1 rows only)",
        robbed,
        polls.person(1));
    ballots.close(robbed, "system");
    assertThat(ballots.counts(robbed).intact()).isFalse();
    assertThat(count("ballot_sealed", robbed)).isZero();

    String exchanged = open(plan);
    castAll(plan, exchanged, 4, "EXCELLENT");
    template.update(
        "update ballot_box set grade = (select grade from ballot_box where round_id = ? fetch first 1 rows only)"
            + " where round_id = ?",
        exchanged,
        exchanged);
    ballots.close(exchanged, "system");
    assertThat(ballots.counts(exchanged).intact()).isFalse();
  }

  @Test
  void whoeverChangesTheSealedRowsIsFoundOut() {
    BallotPlan plan = polls.plan(3, 6);
    String round = open(plan);
    castAll(plan, round, 6, "BASIC");
    ballots.close(round, "system");
    assertThat(ballots.verify(round)).isTrue();
    template.update(
        "update ballot_sealed set grade = 'EXCELLENT' where round_id = ? and grade = 'BASIC'",
        round);
    assertThat(ballots.verify(round)).isFalse();
  }

  @Test
  void noLogLineHoldsAGradeOrWhoVoted() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    AppenderBase<ILoggingEvent> everything =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage()));
          }
        };
    Level before = root.getLevel();
    everything.start();
    root.addAppender(everything);
    BallotPlan plan = polls.plan(4, 6, polls.withMarker());
    String round = open(plan);
    try {
      root.setLevel(Level.DEBUG);
      String voter = polls.person(6);
      Map<String, String> choices = Polls.all(plan, voter, polls.marker.code());
      choices.remove(polls.person(2));
      assertThatThrownBy(() -> station.cast(round, voter, choices))
          .hasMessageNotContaining(polls.marker.code())
          .hasMessageContaining("请为党员2选择一个等次");
      station.cast(round, voter, Polls.all(plan, voter, polls.marker.code()));
      station.cast(round, voter, Polls.all(plan, voter, polls.marker.code()));
      castAll(plan, round, 5, polls.marker.code());
      ballots.close(round, "system");
    } finally {
      root.setLevel(before);
      root.detachAppender(everything);
    }
    assertThat(lines).isNotEmpty();
    assertThat(lines).noneMatch(line -> line.contains(polls.marker.code()));
    assertThat(lines).noneMatch(line -> line.contains(polls.person(6)));
  }

  @Test
  void theRegisterKnowsNoTimeAndTheBoxNeitherTimeNorVoterNorSheet() {
    assertThat(columns("ballot_register"))
        .containsExactlyInAnyOrder("round_id", "voter_id", "status");
    assertThat(columns("ballot_box"))
        .containsExactlyInAnyOrder("id", "round_id", "target_id", "drawer", "grade");
    assertThat(columns("ballot_sealed"))
        .containsExactlyInAnyOrder("id", "round_id", "target_id", "drawer", "grade");
    assertThat(columns("ballot_token"))
        .containsExactlyInAnyOrder("token_hash", "round_id", "class_code", "used");
  }

  private PollingStation stationOn(DataSource source) {
    JdbcTemplate on = new JdbcTemplate(source);
    JdbcClient client = JdbcClient.create(on);
    RoundTasks none =
        new RoundTasks() {
          @Override
          public boolean completeVote(String processInstanceId, String voter) {
            return true;
          }

          @Override
          public void closed(String processInstanceId) {
            throw new UnsupportedOperationException();
          }
        };
    return new PollingStation(
        new RoundStore(on),
        new VoterRegister(client),
        new BallotBox(on),
        rules,
        none,
        sentences,
        new TransactionTemplate(new DataSourceTransactionManager(source)),
        clock);
  }

  private String open(BallotPlan plan) {
    String round = ballots.prepare(plan);
    ballots.open(round, null);
    return round;
  }

  private void castAll(BallotPlan plan, String round, int voters, String grade) {
    polls.people(voters).forEach(v -> station.cast(round, v, Polls.all(plan, v, grade)));
  }

  private List<Line> linesWith(String word) {
    return EveryTable.rows(template).stream().filter(line -> line.text().contains(word)).toList();
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(100);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(work)) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private int joinedByTransaction(String table, String round) {
    assumeTrue(TestDatabase.isPostgres());
    return jdbc.sql(
            "select count(*) from ballot_register r join "
                + table
                + " b on b.xmin::text = r.xmin::text where r.round_id = ? and b.round_id = ?")
        .params(round, round)
        .query(Integer.class)
        .single();
  }

  private List<Integer> sealed(String round, String order) {
    return jdbc
        .sql(
            "select grade from ballot_sealed where round_id = ? and target_id <> '*' order by "
                + order)
        .param(round)
        .query(String.class)
        .list()
        .stream()
        .map(grade -> Integer.parseInt(grade.substring(1)))
        .toList();
  }

  /** Correlation between the values and their places. */
  private static double correlation(List<Integer> values) {
    double n = values.size();
    double meanPlace = (n - 1) / 2;
    double mean = values.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double both = 0;
    double places = 0;
    double spread = 0;
    for (int i = 0; i < values.size(); i++) {
      both += (i - meanPlace) * (values.get(i) - mean);
      places += (i - meanPlace) * (i - meanPlace);
      spread += (values.get(i) - mean) * (values.get(i) - mean);
    }
    return both / Math.sqrt(places * spread);
  }

  private boolean registered(String round, String voter) {
    return station.sheetOf(round, voter).orElseThrow().standing() == BallotSheet.Standing.VOTED;
  }

  private int count(String table, String round) {
    return jdbc.sql("select count(*) from " + table + " where round_id = ?")
        .param(round)
        .query(Integer.class)
        .single();
  }

  private HashSet<String> columns(String table) {
    return template
        .queryForList(
            "select lower(column_name) from information_schema.columns where lower(table_name) = ?",
            String.class,
            table)
        .stream()
        .collect(Collectors.toCollection(HashSet::new));
  }
}
