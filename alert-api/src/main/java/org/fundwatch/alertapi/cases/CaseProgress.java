package org.fundwatch.alertapi.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.procedure.Account;
import org.fundwatch.alertapi.procedure.Actor;
import org.fundwatch.alertapi.procedure.AttachedFile;
import org.fundwatch.alertapi.procedure.CaseLink;
import org.fundwatch.alertapi.procedure.CaseState;
import org.fundwatch.alertapi.procedure.CaseState.Extension;
import org.fundwatch.alertapi.procedure.Deadline;
import org.fundwatch.alertapi.procedure.FiledDocument;
import org.fundwatch.alertapi.procedure.Finality;
import org.fundwatch.alertapi.procedure.Hearing;
import org.fundwatch.alertapi.procedure.Ledger;
import org.fundwatch.alertapi.procedure.Limit;
import org.fundwatch.alertapi.procedure.Missing;
import org.fundwatch.alertapi.procedure.Pause;
import org.fundwatch.alertapi.procedure.Penalty;
import org.fundwatch.alertapi.procedure.Procedure;
import org.fundwatch.alertapi.procedure.State;
import org.fundwatch.alertapi.procedure.Statement;
import org.fundwatch.alertapi.procedure.Tasking.DraftText;
import org.fundwatch.alertapi.procedure.Track;
import org.fundwatch.alertapi.procedure.term.Provenance;
import org.fundwatch.alertapi.procedure.term.TermUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is, and what can be done next by who asks. Amounts in fen, moments in epoch
 * milliseconds.
 *
 * @param states one of each track, the main one first
 * @param round from 1; each reopening begins a new one
 * @param clocks that run, the next to run out first
 * @param finality whether the decision that was served can still be contested, null before
 * @param pause of the main track's clocks, null while they run
 * @param officers who handle it
 * @param recused who must have nothing to do with it
 * @param documents papers of the whole case, by the number of the entry that filed them
 * @param attachments files of the whole case
 * @param statements of the other side, by the number of the entry that recorded them
 * @param statementWaived true when it has nothing to say in this round
 * @param hearing of this round
 * @param penalty proposed in this round, null for none yet
 * @param extensionAsked an extension that waits for its answer, null for none
 * @param ledger each line with the number of the entry that made it
 * @param balances of the accounts
 * @param outcome what it was in the end, null while open
 * @param next steps from here, with what is missing for each; reasons and targets aside
 * @param tasks of the whole case: those that are due first, then the other open ones
 * @param drafts texts of templates, to write papers from
 * @param links cases that alerts went to or came from
 */
public record CaseProgress(
    List<TrackState> states,
    int round,
    List<Clock> clocks,
    @Nullable Finality finality,
    @Nullable Pause pause,
    List<Officer> officers,
    List<String> recused,
    List<FiledDocument> documents,
    List<AttachedFile> attachments,
    List<Statement> statements,
    boolean statementWaived,
    Hearing hearing,
    @Nullable Penalty penalty,
    @Nullable Extension extensionAsked,
    List<Ledger.Line> ledger,
    List<Balance> balances,
    @Nullable Disposition outcome,
    List<NextStep> next,
    List<TaskLine> tasks,
    List<DraftText> drafts,
    List<CaseLink> links) {

  /** Where a track is. */
  public record TrackState(Track track, State state, String zh, String en) {}

  /**
   * A clock.
   *
   * @param dueAt its last moment; null while paused or unknown
   * @param length with extensions, in {@code unit}
   * @param used so far, in {@code unit}
   * @param source where its length comes from
   * @param unknownZh why the last moment cannot be told, empty otherwise
   * @param ofOtherSide true for time that the other side has
   * @param soon true when it runs out within the days that are configured to warn
   * @param overdue true once it has run out
   */
  public record Clock(
      Limit limit,
      String zh,
      long startedAt,
      @Nullable Long dueAt,
      long length,
      long used,
      TermUnit unit,
      Provenance provenance,
      String source,
      String unknownZh,
      String unknownEn,
      boolean ofOtherSide,
      boolean soon,
      boolean overdue) {}

  /** Somebody who handles the case. */
  public record Officer(String name, String credentials) {}

  /** What an account comes to. */
  public record Balance(Account account, String zh, long amount) {}

  /**
   * A step from here.
   *
   * @param missing empty when who asks can take it
   */
  public record NextStep(String step, String zh, State to, boolean allowed, List<Missing> missing) {
    public NextStep {
      missing = List.copyOf(missing);
    }
  }

  public CaseProgress {
    states = List.copyOf(states);
    clocks = List.copyOf(clocks);
    officers = List.copyOf(officers);
    recused = List.copyOf(recused);
    documents = List.copyOf(documents);
    attachments = List.copyOf(attachments);
    statements = List.copyOf(statements);
    ledger = List.copyOf(ledger);
    balances = List.copyOf(balances);
    next = List.copyOf(next);
    tasks = List.copyOf(tasks);
    drafts = List.copyOf(drafts);
    links = List.copyOf(links);
  }

  static CaseProgress of(CaseState state, Procedure procedure, Actor actor, long now) {
    return new CaseProgress(
        Arrays.stream(Track.values()).map(state::in).map(CaseProgress::track).toList(),
        state.round(),
        procedure.deadlines(state, now).stream()
            .map(deadline -> clock(deadline, procedure.isSoonOver(state, deadline, now), now))
            .toList(),
        procedure.finality(state, now).orElse(null),
        state.pause(),
        state.officers().entrySet().stream()
            .map(officer -> new Officer(officer.getKey(), officer.getValue()))
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList(),
        state.recused().stream().sorted().toList(),
        state.documents(),
        state.attachments(),
        state.statements(),
        state.statementWaived(),
        state.hearing(),
        state.penalty(),
        state.extensionAsked(),
        state.ledger().lines(),
        balances(state),
        state.outcome(),
        procedure.options(state, actor, now).stream().map(CaseProgress::step).toList(),
        TaskLine.of(state.tasks(), now),
        state.drafts(),
        state.links());
  }

  /** The main track's state. */
  public TrackState main() {
    return states.get(0);
  }

  /** The clock that runs out next, if its end is known. */
  public Optional<Clock> nextDue() {
    return clocks.stream().filter(clock -> clock.dueAt() != null).findFirst();
  }

  static List<Balance> balances(CaseState state) {
    return state.ledger().balances().entrySet().stream()
        .map(entry -> new Balance(entry.getKey(), entry.getKey().zh(), entry.getValue()))
        .toList();
  }

  /** As it is shown: doctors in the ledger and personal data in what people wrote masked. */
  CaseProgress masked() {
    return Mask.all(
        new CaseProgress(
            states,
            round,
            clocks,
            finality,
            pause,
            officers,
            recused,
            documents,
            attachments,
            statements,
            statementWaived,
            hearing,
            penalty,
            extensionAsked,
            ledger.stream().map(CaseProgress::masked).toList(),
            balances,
            outcome,
            next,
            tasks,
            drafts,
            links));
  }

  private static Ledger.Line masked(Ledger.Line line) {
    return new Ledger.Line(
        line.sequence(),
        line.account(),
        line.amount(),
        Mask.code(line.subject()),
        line.corrects(),
        line.text());
  }

  private static TrackState track(State state) {
    return new TrackState(state.track(), state, state.zh(), state.en());
  }

  private static Clock clock(Deadline deadline, boolean soon, long now) {
    var clock = deadline.clock();
    var term = deadline.term();
    return new Clock(
        clock.limit(),
        clock.limit().key().zh(),
        clock.startedAt(),
        deadline.dueAt(),
        deadline.length(),
        deadline.used(),
        term.unit(),
        term.provenance(),
        term.source(),
        deadline.unknownZh(),
        deadline.unknownEn(),
        clock.limit().isOfOtherSide(),
        soon,
        deadline.isOver(now));
  }

  private static NextStep step(Procedure.Option option) {
    var step = option.step();
    return new NextStep(
        step.id(), step.zh(), step.to(), option.missing().isEmpty(), option.missing());
  }
}
