package org.dangwu.ballot.page;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.box.BallotProperties;
import org.dangwu.ballot.round.BallotSentences;
import org.dangwu.ballot.round.ClassRow;
import org.dangwu.ballot.round.RoundStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Sheets of paper name the address under which the public reaches the application. */
class PrintedAddressTest {

  @ParameterizedTest
  @CsvSource({
    "'',http://localhost/b",
    "https://dangwu.example,https://dangwu.example/b",
    "https://dangwu.example/party/,https://dangwu.example/party/b"
  })
  void configuredAddressIsPrintedElseThatOfThePage(String configured, String printed)
      throws Exception {
    Ballots ballots = mock();
    RoundStore rounds = mock();
    when(ballots.issueSheets(any(), any(), anyInt(), any())).thenReturn(List.of("ABCDE-FGHJK"));
    when(ballots.find(any())).thenReturn(Optional.of(mock(BallotRound.class)));
    TellerPage page =
        new TellerPage(
            ballots,
            rounds,
            mock(TellerDesk.class),
            mock(BallotSentences.class),
            new BallotProperties(Path.of("keys"), configured));
    when(rounds.classes(eq("round"))).thenReturn(List.of(new ClassRow("MASSES", "群众代表", 5, 0)));
    MockMvcBuilders.standaloneSetup(page)
        .build()
        .perform(
            post("/ballot/round/sheets")
                .principal(() -> "teller")
                .param("classCode", "MASSES")
                .param("number", "1"))
        .andExpect(model().attribute("address", printed));
  }
}
