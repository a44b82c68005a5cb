package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fundwatch.alertapi.procedure.Story.*;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.Defence.*;
import org.fundwatch.alertapi.procedure.Handling.OutcomeNamed;
import org.fundwatch.alertapi.procedure.Handling.Stepped;
import org.fundwatch.alertapi.procedure.Money.PenaltyProposed;
import org.fundwatch.alertapi.procedure.Money.Posted;
import org.fundwatch.alertapi.procedure.Paper.DocumentFiled;
import org.fundwatch.alertapi.procedure.Paper.DocumentWithdrawn;
import org.fundwatch.alertapi.procedure.Penalty.Respondent;
import org.fundwatch.alertapi.procedure.Staffing.OfficerNamed;
import org.fundwatch.alertapi.procedure.Staffing.OfficerReleased;
import org.fundwatch.alertapi.procedure.Staffing.Recused;
import org.fundwatch.alertapi.procedure.Timing.ExtensionAnswered;
import org.fundwatch.alertapi.procedure.Timing.ExtensionAsked;
import org.fundwatch.alertapi.procedure.Timing.Paused;
import org.fundwatch.alertapi.procedure.Timing.Resumed;

/**
 * People try this and that; whatever is allowed to them is looked at again by rules that are
 * written down here a second time, over the entries alone.
 */
final class ProcedurePropertyTest {
  private static final int TRIES = 1_200;
  private static final Actor ALL_DUTIES = new Actor("zhou", Set.of(Duty.values()));
  private static final List<Actor> PEOPLE = List.of(LI, WANG, ZHAO, QIAN, SUN, ALL_DUTIES);
  private static final Procedure PROCEDURE = Procedure.of(null);
  private static final Set<State> ENDS =
      Set.of(
          State.MERGED,
          State.DISMISSED_FP,
          State.EXPLAINED_CLOSED,
          State.NOT_FILED,
          State.JURISDICTION_TRANSFERRED,
          State.RETRACTED,
          State.ARCHIVED,
          State.WATCHLIST);
  private static final Set<String> BACK = Set.of("return-to-investigation", "investigate-further");
  private static final List<DocumentKind> RARE =
      List.of(
          DocumentKind.HEARING_OFFER,
          DocumentKind.COLLECTIVE_RECORD,
          DocumentKind.PENALTY_DECISION,
          DocumentKind.HEARING_RECORD,
          DocumentKind.HEARING_REPORT,
          DocumentKind.ENFORCEMENT_APPLICATION);
  private static final Set<String> APPROVALS =
      Set.of(
          "accept-explanation",
          "handle-by-agreement",
          "close-refunded",
          "verify",
          "file",
          "not-file",
          "decide",
          "close",
          "transfer-jurisdiction",
          "retract",
          "reopen",
          "reopen-revoked",
          "suspend-settlement",
          "approve-police",
          "refuse-police",
          "investigate-again");

  @Property(tries = 60, seed = "20261122")
  void anyActions_passNoGuardIllegally(@ForAll long seed) {
    var random = new Random(seed);
    var story = new Story("320102", PROCEDURE);
    long now = story.now();
    var reached = new HashSet<State>();
    for (int i = 0; i < TRIES; i++) {
      now += random.nextInt(4) == 0 ? random.nextInt(40) * 3_600_000L : 60_000L;
      var before = story.state();
      var action = attempt(before, random);
      var actor = somebody(before, action, now, random);
      requirePausedClocksStand(before, now);
      if (PROCEDURE.missing(before, action, actor, now).isEmpty()) {
        story.entries.add(new CaseEntry(before.sequence() + 1, now, actor.name(), action));
        requireLegal(story.entries);
        requireExactMoney(story.state(), story.entries);
        reached.add(story.state().main());
      }
    }
    Statistics.label("deepest")
        .collect(
            reached.stream()
                .filter(state -> state.compareTo(State.CLOSED) <= 0)
                .max(Comparator.naturalOrder())
                .orElse(State.LEAD_NEW));
    Statistics.label("decided")
        .collect(reached.contains(State.DECISION))
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    Statistics.label("closed")
        .collect(reached.contains(State.CLOSED))
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    Statistics.label("reopened")
        .collect(reached.contains(State.REOPENED))
        .coverage(coverage -> coverage.check(true).count(count -> count > 0));
  }

  /** Mostly somebody who may, so that cases come far; else anybody. */
  private static Actor somebody(CaseState state, CaseAction action, long now, Random random) {
    var able =
        PEOPLE.stream()
            .filter(person -> PROCEDURE.missing(state, action, person, now).isEmpty())
            .toList();
    return able.isEmpty() || random.nextInt(4) == 0
        ? PEOPLE.get(random.nextInt(PEOPLE.size()))
        : able.get(random.nextInt(able.size()));
  }

  /** Mostly what leads on, else anything. */
  private static CaseAction attempt(CaseState state, Random random) {
    var options =
        Transitions.ALL.stream()
            .filter(step -> step.from().contains(state.in(step.to().track())))
            .filter(step -> !ENDS.contains(step.to()) || random.nextInt(150) == 0)
            .filter(step -> !BACK.contains(step.id()) || random.nextInt(20) == 0)
            .toList();
    if (random.nextInt(10) < 7 && !options.isEmpty()) {
      var step = options.get(random.nextInt(options.size()));
      var papers =
          step.guards().stream()
              .flatMap(
                  guard ->
                      guard instanceof Guard.OnFile file
                          ? file.kinds().stream()
                          : guard instanceof Guard.AnyOnFile any
                              ? any.kinds().stream()
                              : List.<DocumentKind>of().stream())
              .toList();
      return papers.isEmpty() || random.nextBoolean()
          ? new Stepped(step.id(), random.nextInt(5) == 0 ? "" : "理由", "去向")
          : new DocumentFiled(papers.get(random.nextInt(papers.size())), "", "");
    }
    return anything(state, random);
  }

  private static CaseAction anything(CaseState state, Random random) {
    int some = 1 + random.nextInt(Math.max(1, state.sequence()));
    var person = PEOPLE.get(random.nextInt(PEOPLE.size())).name();
    return switch (random.nextInt(21)) {
      case 0 -> new OfficerNamed(random.nextBoolean() ? "li" : "wang", "证");
      case 1 -> new OfficerNamed(random.nextInt(30) == 0 ? person : "li", "证");
      case 2 -> random.nextInt(8) == 0 ? new OfficerReleased(person, "调岗") : new Resumed("");
      case 3 -> random.nextInt(60) == 0 ? new Recused(person, "亲属") : new Resumed("");
      case 4 -> new Paused(one(Pause.Reason.values(), random), "");
      case 5 -> new Resumed("");
      case 6 -> new ExtensionAsked(one(Limit.values(), random), random.nextInt(40), "复杂");
      case 7 -> new ExtensionAnswered(random.nextBoolean(), "");
      case 8, 9 -> penalty(random);
      case 10 ->
          random.nextInt(4) == 0
              ? new StatementMade(Statement.Party.INSTITUTION, "申辩")
              : new Resumed("");
      case 11 ->
          new StatementAnswered(
              state.statements().isEmpty()
                  ? some
                  : state.statements().get(random.nextInt(state.statements().size())).sequence(),
              one(Statement.Answer.values(), random),
              "");
      case 12 -> new StatementWaived("");
      case 13 -> new HearingRequested("");
      case 14 -> new HearingWaived("");
      case 15 -> new HearingHeld("");
      case 16 -> new OutcomeNamed(one(Disposition.values(), random), "");
      case 17 -> new DocumentFiled(one(DocumentKind.values(), random), "", "");
      case 18 ->
          random.nextInt(5) == 0
              ? new DocumentWithdrawn(some, "误归")
              : new DocumentFiled(RARE.get(random.nextInt(RARE.size())), "", "");
      default -> posting(state, random, some);
    };
  }

  private static CaseAction penalty(Random random) {
    return new PenaltyProposed(
        new Penalty(
            Respondent.ORGANISATION,
            random.nextInt(3) * 100L,
            random.nextInt(3) == 0 ? Set.of(one(Penalty.Measure.values(), random)) : Set.of(),
            ""),
        "");
  }

  private static CaseAction posting(CaseState state, Random random, int some) {
    var account = one(Account.values(), random);
    var subject = account == Account.POINTS ? "D1" : "";
    var lines = state.ledger().lines();
    if (random.nextInt(4) == 0 && !lines.isEmpty()) {
      var line = lines.get(random.nextInt(lines.size()));
      return new Posted(
          line.account(), random.nextInt(300) - 200, line.subject(), line.sequence(), "更正");
    }
    return new Posted(
        account, random.nextInt(320) - 20, subject, random.nextInt(6) == 0 ? some : 0, "");
  }

  private static <T> T one(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  private static void requirePausedClocksStand(CaseState state, long now) {
    var pause = state.pause();
    if (pause == null) {
      return;
    }
    var then = PROCEDURE.deadlines(state, pause.since());
    var later = PROCEDURE.deadlines(state, now);
    for (var deadline : later) {
      if (deadline.clock().limit().track() == Track.MAIN) {
        var stood =
            then.stream()
                .filter(other -> other.clock().equals(deadline.clock()))
                .findFirst()
                .orElseThrow();
        assertThat(deadline.used()).as("%s", deadline).isEqualTo(stood.used());
        assertThat(deadline.due().filter(due -> due >= pause.since())).isEmpty();
      }
    }
  }

  private static void requireLegal(List<CaseEntry> entries) {
    var last = entries.get(entries.size() - 1);
    var before = entries.subList(0, entries.size() - 1);
    assertThat(recused(before)).doesNotContain(last.by());
    if (!(last.action() instanceof Stepped step)) {
      return;
    }
    var actor =
        PEOPLE.stream().filter(person -> person.name().equals(last.by())).findFirst().orElseThrow();
    assertThat(paused(before) && track(step) == Track.MAIN).as("paused").isFalse();
    if (APPROVALS.contains(step.step())) {
      assertThat(actor.duties()).as(step.step()).contains(Duty.HEAD);
      assertThat(everOfficers(before)).as(step.step()).doesNotContain(last.by());
      assertThat(bookkeepers(before)).as(step.step()).doesNotContain(last.by());
      assertThat(lastMover(before, track(step))).as(step.step()).isNotEqualTo(last.by());
    }
    var round = round(before);
    switch (step.step()) {
      case "propose-filing", "investigate", "submit-review", "give-notice", "serve" -> {
        assertThat(officers(before)).as(step.step()).contains(last.by()).hasSizeGreaterThan(1);
      }
      case "pass-review" -> {
        assertThat(actor.duties()).contains(Duty.LEGAL_REVIEWER);
        assertThat(filers(after(before, "submit-review"), DocumentKind.LEGAL_OPINION)).isNotEmpty();
        assertThat(everOfficers(before)).doesNotContain(last.by());
        assertThat(find(round, PenaltyProposed.class)).isNotEmpty();
      }
      case "decide" -> {
        assertThat(steps(round)).contains("pass-review", "give-notice");
        assertThat(
                filers(round, DocumentKind.PENALTY_DECISION).size()
                    + filers(round, DocumentKind.NO_PENALTY_DECISION).size())
            .isPositive();
        var penalties = find(round, PenaltyProposed.class);
        var penalty = penalties.get(penalties.size() - 1).penalty();
        if (penalty.fineFen() > 0 || !penalty.measures().isEmpty()) {
          // Nanjing has no threshold: every penalty is one that needs the offer.
          assertThat(filers(round, DocumentKind.HEARING_OFFER)).isNotEmpty();
          assertThat(filers(after(before, "give-notice"), DocumentKind.COLLECTIVE_RECORD))
              .isNotEmpty();
        }
        assertThat(openStatements(round)).isEmpty();
      }
      case "send-police" -> {
        assertThat(filers(round, DocumentKind.POLICE_LETTER)).isNotEmpty();
        assertThat(filers(round, DocumentKind.ARTICLES_LIST)).isNotEmpty();
        assertThat(steps(before)).contains("approve-police");
      }
      case "close" -> {
        var sums = sums(before);
        boolean enforced = !filers(round, DocumentKind.ENFORCEMENT_APPLICATION).isEmpty();
        assertThat(
                enforced
                    || (sum(sums, Account.VERIFIED).equals(sum(sums, Account.RECOVERED))
                        && sum(sums, Account.FINE).equals(sum(sums, Account.FINE_PAID))))
            .isTrue();
        assertThat(find(round, OutcomeNamed.class)).isNotEmpty();
      }
      default -> assertThat(Transitions.find(step.step())).isPresent();
    }
  }

  private static void requireExactMoney(CaseState state, List<CaseEntry> entries) {
    var sums = sums(entries);
    for (var account : Account.values()) {
      assertThat(BigInteger.valueOf(state.ledger().balance(account)))
          .isEqualTo(sum(sums, account))
          .isNotNegative();
    }
    assertThat(sum(sums, Account.RECOVERED)).isLessThanOrEqualTo(sum(sums, Account.VERIFIED));
    assertThat(sum(sums, Account.FINE_PAID)).isLessThanOrEqualTo(sum(sums, Account.FINE));
    assertThat(sum(sums, Account.DAMAGES_PAID)).isLessThanOrEqualTo(sum(sums, Account.DAMAGES));
    for (var line : state.ledger().lines()) {
      var action = entries.get(line.sequence() - 1).action();
      assertThat(action instanceof Posted || line.sequence() == 1).as("%s", line).isTrue();
      assertThat(line.amount() > 0 || line.corrects() > 0).as("%s", line).isTrue();
    }
  }

  private static Map<Account, BigInteger> sums(List<CaseEntry> entries) {
    var sums = new EnumMap<Account, BigInteger>(Account.class);
    sums.put(Account.SUSPECTED, BigInteger.valueOf(500_000));
    find(entries, Posted.class)
        .forEach(
            line -> sums.merge(line.account(), BigInteger.valueOf(line.amount()), BigInteger::add));
    return sums;
  }

  private static BigInteger sum(Map<Account, BigInteger> sums, Account account) {
    return sums.getOrDefault(account, BigInteger.ZERO);
  }

  private static List<CaseEntry> round(List<CaseEntry> entries) {
    int from = 0;
    for (var entry : entries) {
      if (entry.action() instanceof Stepped step && step.step().startsWith("reopen")) {
        from = entry.sequence();
      }
    }
    return entries.subList(from, entries.size());
  }

  private static List<CaseEntry> after(List<CaseEntry> entries, String step) {
    int from = 0;
    for (var entry : entries) {
      if (entry.action() instanceof Stepped taken && taken.step().equals(step)) {
        from = entry.sequence();
      }
    }
    return entries.subList(from, entries.size());
  }

  private static List<String> filers(List<CaseEntry> entries, DocumentKind kind) {
    var withdrawn =
        find(entries, DocumentWithdrawn.class).stream()
            .map(DocumentWithdrawn::document)
            .collect(Collectors.toSet());
    return entries.stream()
        .filter(entry -> entry.action() instanceof DocumentFiled filed && filed.kind() == kind)
        .filter(entry -> !withdrawn.contains(entry.sequence()))
        .map(CaseEntry::by)
        .toList();
  }

  private static Set<Integer> openStatements(List<CaseEntry> entries) {
    var open = new HashSet<Integer>();
    for (var entry : entries) {
      if (entry.action() instanceof StatementMade) {
        open.add(entry.sequence());
      } else if (entry.action() instanceof StatementAnswered answered) {
        open.remove(answered.statement());
      }
    }
    return open;
  }

  private static Set<String> officers(List<CaseEntry> entries) {
    var officers = new HashSet<String>();
    for (var entry : entries) {
      if (entry.action() instanceof OfficerNamed named) {
        officers.add(named.name());
      } else if (entry.action() instanceof OfficerReleased released) {
        officers.remove(released.name());
      } else if (entry.action() instanceof Recused recused) {
        officers.remove(recused.name());
      }
    }
    return officers;
  }

  private static Set<String> everOfficers(List<CaseEntry> entries) {
    return find(entries, OfficerNamed.class).stream()
        .map(OfficerNamed::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> bookkeepers(List<CaseEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.action() instanceof Money)
        .map(CaseEntry::by)
        .collect(Collectors.toSet());
  }

  private static Set<String> recused(List<CaseEntry> entries) {
    return find(entries, Recused.class).stream().map(Recused::name).collect(Collectors.toSet());
  }

  private static boolean paused(List<CaseEntry> entries) {
    return find(entries, Paused.class).size() > find(entries, Resumed.class).size();
  }

  private static List<String> steps(List<CaseEntry> entries) {
    return find(entries, Stepped.class).stream().map(Stepped::step).toList();
  }

  private static String lastMover(List<CaseEntry> entries, Track track) {
    Optional<String> mover = Optional.empty();
    for (var entry : entries) {
      if (entry.action() instanceof Stepped step && track(step) == track) {
        mover = Optional.of(entry.by());
      }
    }
    return mover.orElse(entries.get(0).by());
  }

  private static Track track(Stepped step) {
    return Transitions.find(step.step()).orElseThrow().to().track();
  }

  private static <T> List<T> find(List<CaseEntry> entries, Class<T> type) {
    var found = new ArrayList<T>();
    for (var entry : entries) {
      if (type.isInstance(entry.action())) {
        found.add(type.cast(entry.action()));
      }
    }
    return found;
  }
}
