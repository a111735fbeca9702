package org.dangwu.ballot.round;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.ballot.BallotCounts;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.PaperCount;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.Turnout;
import org.dangwu.ballot.box.RoundKeys;
import org.dangwu.ballot.round.Signatures.Signature;
import org.dangwu.engine.DecisionTables;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class RoundService implements Ballots {

  private static final String MIN_TO_SHOW = "review.minBallotsToShow";

  /** Whatever an office sets: below this, everybody could subtract himself. */
  private static final int LEAST_TO_SHOW = 3;

  private static final int SIGNATURES = 2;

  private final RoundStore rounds;
  private final VoterRegister register;
  private final BallotBox box;
  private final PaperBook paper;
  private final Signatures signatures;
  private final PlanRules plans;
  private final BoxClosing closing;
  private final Telling telling;
  private final RoundKeys keys;
  private final RoundLog log;
  private final Parameters parameters;
  private final DecisionTables tables;
  private final BallotSentences sentences;
  private final Clock clock;

  RoundService(
      RoundStore rounds,
      VoterRegister register,
      BallotBox box,
      PaperBook paper,
      Signatures signatures,
      PlanRules plans,
      BoxClosing closing,
      Telling telling,
      RoundKeys keys,
      RoundLog log,
      Parameters parameters,
      DecisionTables tables,
      BallotSentences sentences,
      Clock clock) {
    this.rounds = rounds;
    this.register = register;
    this.box = box;
    this.paper = paper;
    this.signatures = signatures;
    this.plans = plans;
    this.closing = closing;
    this.telling = telling;
    this.keys = keys;
    this.log = log;
    this.parameters = parameters;
    this.tables = tables;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String prepare(BallotPlan plan) {
    plans.check(plan);
    String id = UUID.randomUUID().toString();
    int least =
        Math.max(LEAST_TO_SHOW, parameters.number(MIN_TO_SHOW, plan.organization(), plan.year()));
    List<Voter> voters = plans.voters(plan);
    List<Integer> sizes =
        plan.classes().stream().map(of -> of.sheets() + size(of, voters)).toList();
    rounds.insert(id, plan, voters, ClassGroups.merged(sizes, least), least);
    return id;
  }

  private static int size(VoterClass of, List<Voter> voters) {
    return (int) voters.stream().filter(voter -> voter.classCode().equals(of.code())).count();
  }

  @Override
  @Transactional
  public void open(String roundId, String processInstanceId) {
    Round round = locked(roundId);
    if (round.state() != RoundState.PREPARED) {
      return;
    }
    rounds.opened(roundId, processInstanceId, keys.create(roundId));
    log.note(roundId, "OPENED", "voters=" + register.eligible(roundId), "system");
  }

  @Override
  public Optional<BallotRound> find(String roundId) {
    return rounds.find(roundId).map(Round::view);
  }

  @Override
  public List<BallotRound> ofCase(String caseId) {
    return rounds.ofCase(caseId);
  }

  @Override
  public List<String> voters(String roundId) {
    return rounds.voters(roundId);
  }

  @Override
  public List<String> tellers(String roundId) {
    return rounds.tellers(roundId);
  }

  @Override
  public int sheetsPlanned(String roundId) {
    return rounds.classes(roundId).stream().mapToInt(ClassRow::sheets).sum();
  }

  @Override
  public Turnout turnout(String roundId) {
    Round round = get(roundId);
    int secret = register.entered(roundId) + register.usedTokens(roundId);
    int sheets = register.printed(roundId) - round.returnedSheets();
    Optional<PaperCount> onPaper = paper.find(roundId);
    return new Turnout(
        register.eligible(roundId) + sheets + onPaper.map(PaperCount::issued).orElse(0),
        secret + onPaper.map(PaperCount::collected).orElse(0));
  }

  @Override
  @Transactional
  public List<String> issueSheets(String roundId, String classCode, int number, String teller) {
    Round round = locked(roundId);
    onlyTeller(roundId, teller);
    if (round.state() != RoundState.PREPARED && round.state() != RoundState.OPEN) {
      throw sentences.refusal("vote.over");
    }
    ClassRow of =
        rounds.classes(roundId).stream()
            .filter(row -> row.code().equals(classCode))
            .findFirst()
            .orElseThrow(() -> sentences.refusal("sheets.class"));
    int left = of.sheets() - register.printed(roundId, classCode);
    if (number < 1 || number > left) {
      throw sentences.refusal("sheets.number", of.label(), left);
    }
    List<String> tokens = register.newTokens(roundId, classCode, number);
    Collections.shuffle(tokens, new java.security.SecureRandom());
    log.note(roundId, "PRINTED", "class=%s sheets=%d".formatted(classCode, number), teller);
    return tokens;
  }

  @Override
  @Transactional
  public void returnSheets(String roundId, int number, String teller) {
    Round round = locked(roundId);
    onlyTeller(roundId, teller);
    notSigned(roundId);
    int unused = register.printed(roundId) - register.usedTokens(roundId);
    if (number < 0 || number > unused) {
      throw sentences.refusal("sheets.returned", unused);
    }
    if (round.state() == RoundState.CONFIRMED || round.state() == RoundState.VOID) {
      throw sentences.refusal("round.final");
    }
    rounds.returned(roundId, number);
    log.note(roundId, "RETURNED", "sheets=" + number, teller);
  }

  @Override
  @Transactional
  public void enterPaper(String roundId, PaperCount count, String teller) {
    Round round = locked(roundId);
    onlyTeller(roundId, teller);
    if (!round.view().onPaper()) {
      throw sentences.refusal("paper.none");
    }
    if (round.state() != RoundState.CLOSED) {
      throw sentences.refusal("round.notClosed");
    }
    notSigned(roundId);
    paper.enter(round, count, teller);
  }

  @Override
  @Transactional
  public void close(String roundId, String actor) {
    closing.close(roundId, actor);
  }

  @Override
  @Transactional
  public void sign(String roundId, String teller, boolean agrees, String reason) {
    Round round = locked(roundId);
    onlyTeller(roundId, teller);
    if (round.state() != RoundState.CLOSED) {
      throw sentences.refusal("round.notClosed");
    }
    if (round.view().onPaper() && paper.find(roundId).isEmpty()) {
      throw sentences.refusal("paper.missing");
    }
    String why = reason == null ? "" : reason.strip();
    if (!agrees && (why.length() < 2 || why.length() > 500)) {
      throw sentences.refusal("sign.reason");
    }
    signatures.sign(roundId, new Signature(teller, agrees, agrees ? "" : why));
    log.note(roundId, agrees ? "SIGNED" : "OBJECTED", "", teller);
  }

  @Override
  public BallotCounts counts(String roundId) {
    Round round = get(roundId);
    Turnout turnout = turnout(roundId);
    int spoiled = paper.find(roundId).map(PaperCount::spoiled).orElse(0);
    return new BallotCounts(
        turnout.issued(),
        turnout.collected(),
        turnout.collected() - spoiled,
        round.blank() == null ? 0 : round.blank(),
        spoiled,
        round.intact() == null || round.intact(),
        signatures.of(roundId).stream().allMatch(Signature::agrees));
  }

  @Override
  @Transactional
  public void confirm(String roundId) {
    Round round = locked(roundId);
    if (round.state() == RoundState.CONFIRMED) {
      return;
    }
    if (round.state() != RoundState.CLOSED) {
      throw sentences.refusal("round.notClosed");
    }
    List<Signature> signed = signatures.of(roundId);
    if (signed.size() < SIGNATURES || !signed.stream().allMatch(Signature::agrees)) {
      throw sentences.refusal("round.notSigned", SIGNATURES);
    }
    rounds.become(roundId, RoundState.CONFIRMED);
    log.note(roundId, "CONFIRMED", "sha256=" + round.tallyHash(), "system");
  }

  @Override
  @Transactional
  public void annul(String roundId, String reason, String actor) {
    Round round = locked(roundId);
    if (round.state() == RoundState.VOID) {
      return;
    }
    if (round.state() == RoundState.CONFIRMED) {
      throw sentences.refusal("round.final");
    }
    box.empty(roundId);
    box.destroySealed(roundId);
    rounds.become(roundId, RoundState.VOID);
    log.note(roundId, "VOID", reason, actor);
    closing.destroyKeyAfterCommit(roundId);
  }

  @Override
  @Transactional
  public String repeat(String roundId, Instant dueAt) {
    Round round = locked(roundId);
    Optional<String> prepared = rounds.repetitionOf(roundId);
    if (prepared.isPresent()) {
      return prepared.get();
    }
    if (round.state() != RoundState.VOID) {
      throw sentences.refusal("round.notVoid");
    }
    if (!dueAt.isAfter(clock.instant())) {
      throw sentences.refusal("plan.due");
    }
    String id = UUID.randomUUID().toString();
    rounds.copy(roundId, id, dueAt);
    return id;
  }

  @Override
  public BallotResults results(String roundId) {
    Round round = counted(roundId);
    return telling.results(round, counts(roundId));
  }

  @Override
  public Optional<Map<String, Object>> outcome(
      String roundId, String objectId, String decisionTable, Map<String, Object> inputs) {
    counted(roundId);
    Distribution whole = telling.whole(roundId, objectId);
    Map<String, Object> facts = new HashMap<>(inputs);
    facts.put("ballots", whole.ballots());
    whole.votes().forEach((grade, votes) -> facts.put("votes_" + grade, votes));
    return tables.first(decisionTable, facts);
  }

  @Override
  public boolean verify(String roundId) {
    Round round = get(roundId);
    return round.tallyHash() != null && round.tallyHash().equals(closing.hash(roundId));
  }

  private Round counted(String roundId) {
    Round round = get(roundId);
    if (!round.state().isCounted()) {
      throw sentences.refusal("round.notCounted");
    }
    return round;
  }

  private Round get(String roundId) {
    return rounds.find(roundId).orElseThrow(() -> sentences.refusal("round.unknown"));
  }

  private Round locked(String roundId) {
    return rounds.lock(roundId).orElseThrow(() -> sentences.refusal("round.unknown"));
  }

  private void onlyTeller(String roundId, String person) {
    if (!rounds.tellers(roundId).contains(person)) {
      throw sentences.refusal("teller.only");
    }
  }

  private void notSigned(String roundId) {
    if (!signatures.of(roundId).isEmpty()) {
      throw sentences.refusal("round.signed");
    }
  }
}
