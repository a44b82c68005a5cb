package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fundwatch.alertapi.alert.Disposition;
import org.fundwatch.alertapi.procedure.Handling.Snapshot;
import org.fundwatch.alertapi.procedure.Tasking.DraftText;
import org.jspecify.annotations.Nullable;

/**
 * A case as its entries tell it.
 *
 * @param sequence of the last entry
 * @param opening how it began
 * @param states one of each track
 * @param entered for each track the entry that brought it into its state
 * @param movedBy for each track who made that entry
 * @param round from 1; each reopening begins a new one
 * @param roundSequence of the entry that began the round: papers and statements before it count no
 *     more
 * @param wasFiled true once the case has been filed
 * @param officers who handle it, by name, with the number of their credentials
 * @param handledBy all who ever did, or entered its money or proposed its penalty
 * @param recused who must have nothing to do with it
 * @param documents all papers, in the order they were filed
 * @param attachments all files
 * @param statements all, in the order they were made
 * @param statementWaived true when the other side has nothing to say in this round
 * @param hearing of this round
 * @param penalty proposed in this round
 * @param clocks that run
 * @param pause of the main track's clocks, if they stand still
 * @param extensionAsked an extension that nobody has answered yet
 * @param ledger the money
 * @param outcome what it was in the end
 * @param alerts its alerts, as they were when they came
 * @param snapshots of all alerts that it ever had
 * @param institution {@code fixmedins_code} of its alerts, empty for several
 * @param mergedInto the case that it went into, empty for none
 * @param links cases that alerts went to or came from
 * @param tasks all that there is or was to be done
 * @param templates ids of those that were applied
 * @param drafts texts of these, to write papers from
 */
public record CaseState(
    int sequence,
    Handling.Opened opening,
    Map<Track, State> states,
    Map<Track, Integer> entered,
    Map<Track, String> movedBy,
    int round,
    int roundSequence,
    boolean wasFiled,
    Map<String, String> officers,
    Set<String> handledBy,
    Set<String> recused,
    List<FiledDocument> documents,
    List<AttachedFile> attachments,
    List<Statement> statements,
    boolean statementWaived,
    Hearing hearing,
    @Nullable Penalty penalty,
    List<LimitClock> clocks,
    @Nullable Pause pause,
    @Nullable Extension extensionAsked,
    Ledger ledger,
    @Nullable Disposition outcome,
    List<Snapshot> alerts,
    List<Snapshot> snapshots,
    String institution,
    String mergedInto,
    List<CaseLink> links,
    List<CaseTask> tasks,
    List<String> templates,
    List<DraftText> drafts) {

  public CaseState {
    states = Map.copyOf(states);
    entered = Map.copyOf(entered);
    movedBy = Map.copyOf(movedBy);
    officers = Map.copyOf(officers);
    handledBy = Set.copyOf(handledBy);
    recused = Set.copyOf(recused);
    documents = List.copyOf(documents);
    attachments = List.copyOf(attachments);
    statements = List.copyOf(statements);
    clocks = List.copyOf(clocks);
    alerts = List.copyOf(alerts);
    snapshots = List.copyOf(snapshots);
    links = List.copyOf(links);
    tasks = List.copyOf(tasks);
    templates = List.copyOf(templates);
    drafts = List.copyOf(drafts);
  }

  /**
   * An extension that is asked for.
   *
   * @param sequence of the entry that asks
   * @param by who asks
   * @param amount in the unit of the limit
   */
  public record Extension(int sequence, String by, Limit limit, long amount) {}

  /**
   * The case that its entries make.
   *
   * @param entries all of them, in order; the first opens it
   * @throws IllegalArgumentException when they are no such history
   */
  public static CaseState of(List<CaseEntry> entries) {
    var fold = new CaseFold();
    entries.forEach(fold::add);
    return fold.state();
  }

  /** The state of a track. */
  public State in(Track track) {
    return Objects.requireNonNull(states.get(track));
  }

  /** The state of the main track. */
  public State main() {
    return in(Track.MAIN);
  }

  /** A clock that runs. */
  Optional<LimitClock> clock(Limit limit) {
    return clocks.stream().filter(clock -> clock.limit() == limit).findFirst();
  }

  /** The papers that count: of this round, and not withdrawn. */
  List<FiledDocument> papers() {
    return documents.stream()
        .filter(paper -> !paper.withdrawn() && paper.sequence() > roundSequence)
        .toList();
  }

  boolean onFile(DocumentKind kind) {
    return onFileSince(roundSequence, kind);
  }

  boolean onFileSince(int sequence, DocumentKind kind) {
    return papers().stream().anyMatch(paper -> paper.kind() == kind && paper.sequence() > sequence);
  }

  /** The statements of this round. */
  List<Statement> heard() {
    return statements.stream().filter(statement -> statement.sequence() > roundSequence).toList();
  }

  long fineProposed() {
    return penalty == null ? 0 : penalty.fineFen();
  }
}
