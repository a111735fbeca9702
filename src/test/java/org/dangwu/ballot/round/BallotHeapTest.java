package org.dangwu.ballot.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.box.BallotProperties;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever dumps the memory of the application finds neither a vote nor the secret of a round. */
@IntegrationTest
@AutoConfigureMockMvc
class BallotHeapTest {

  private static final byte MASK = 0x5a;

  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private BallotProperties properties;
  @Autowired private DataSource database;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @TempDir private Path folder;

  private String round;
  private byte[] secret;

  @Test
  void memoryKeepsNoVoteAndNoSecret() throws Exception {
    byte[] marker = maskedMarker();
    String control = "held on purpose " + clock.instant();

    // the strings of the vote die with the thread that cast it
    apart(() -> vote(new String(unmasked(marker), StandardCharsets.ISO_8859_1)));
    List<Boolean> open =
        found(masked(control.getBytes(StandardCharsets.ISO_8859_1)), marker, secret);
    apart(() -> ballots.close(round, "system"));
    List<Boolean> closed =
        found(masked(control.getBytes(StandardCharsets.ISO_8859_1)), marker, secret);

    assertThat(open.get(0)).as("the search itself works: %s", control).isTrue();
    assertThat(open.get(2)).as("the secret stays in its file").isFalse();
    assertThat(closed.get(2)).as("the secret is gone").isFalse();
    if (TestDatabase.isPostgres()) {
      // H2 keeps its tables in the same memory, and the scale of a round is one of them
      assertThat(open.get(1)).as("a grade while the vote is open").isFalse();
      assertThat(closed.get(1)).as("a grade after the close").isFalse();
    }
  }

  private void vote(String code) {
    Polls polls = new Polls(jdbc, clock);
    List<Grade> grades = new ArrayList<>(Grade.MEMBER_GRADES);
    grades.add(new Grade(code, "标记等次"));
    BallotPlan plan = polls.plan(4, 6, grades);
    round = ballots.prepare(plan);
    ballots.open(round, null);
    polls.people(6).forEach(voter -> station.cast(round, voter, Polls.all(plan, voter, code)));
    try {
      secret = masked(Files.readAllBytes(properties.keyDirectory().resolve(round + ".key")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void apart(Runnable work) throws InterruptedException {
    List<Throwable> thrown = new ArrayList<>();
    Thread thread = new Thread(work);
    thread.setUncaughtExceptionHandler((who, what) -> thrown.add(what));
    thread.start();
    thread.join();
    assertThat(thrown).isEmpty();
  }

  /** What the driver last sent and received lies in its buffers until the next answer comes. */
  private void washBuffers() throws SQLException {
    HikariDataSource pool = database.unwrap(HikariDataSource.class);
    List<Connection> idle = new ArrayList<>();
    int pieces = 200;
    String ask = "select " + String.join(" || ", Collections.nCopies(pieces, "cast(? as varchar)"));
    try {
      for (int n = pool.getHikariPoolMXBean().getIdleConnections(); n > 0; n--) {
        Connection connection = pool.getConnection();
        idle.add(connection);
        try (PreparedStatement soap = connection.prepareStatement(ask)) {
          for (int piece = 1; piece <= pieces; piece++) {
            soap.setString(piece, "x".repeat(500));
          }
          soap.executeQuery().close();
        }
      }
    } finally {
      for (Connection connection : idle) {
        connection.close();
      }
    }
  }

  private List<Boolean> found(byte[]... wanted) throws IOException, SQLException {
    washBuffers();
    Path dump = folder.resolve("memory.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), true);
    try {
      return search(dump, wanted);
    } finally {
      Files.delete(dump);
    }
  }

  /** The wanted bytes stay masked, so that the search does not find itself. */
  private static List<Boolean> search(Path file, byte[]... wanted) throws IOException {
    Boolean[] answers = new Boolean[wanted.length];
    Arrays.fill(answers, false);
    int longest = Arrays.stream(wanted).mapToInt(one -> one.length).max().orElseThrow();
    byte[] buffer = new byte[1 << 22];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read; (read = in.read(buffer, kept, buffer.length - kept)) > 0; ) {
        int filled = kept + read;
        for (int n = 0; n < wanted.length; n++) {
          answers[n] |= contains(buffer, filled, wanted[n]);
        }
        kept = Math.min(longest - 1, filled);
        System.arraycopy(buffer, filled - kept, buffer, 0, kept);
      }
    }
    return List.of(answers);
  }

  private static boolean contains(byte[] buffer, int filled, byte[] masked) {
    byte first = (byte) (masked[0] ^ MASK);
    for (int start = 0; start + masked.length <= filled; start++) {
      if (buffer[start] == first && matches(buffer, start, masked)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] buffer, int start, byte[] masked) {
    for (int i = 0; i < masked.length; i++) {
      if ((byte) (buffer[start + i] ^ MASK) != masked[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] maskedMarker() {
    SecureRandom random = new SecureRandom();
    byte[] marker = new byte[16];
    for (int i = 0; i < marker.length; i++) {
      marker[i] = (byte) (('A' + random.nextInt(26)) ^ MASK);
    }
    return marker;
  }

  private static byte[] masked(byte[] plain) {
    byte[] masked = new byte[plain.length];
    for (int i = 0; i < plain.length; i++) {
      masked[i] = (byte) (plain[i] ^ MASK);
    }
    return masked;
  }

  private static byte[] unmasked(byte[] masked) {
    return masked(masked);
  }
}
