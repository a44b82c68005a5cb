package org.fundwatch.alertapi.draw;

import java.util.List;
import org.fundwatch.alertapi.journal.Entry;
import org.fundwatch.alertapi.problem.Revision;

/**
 * A draw as its entries tell it; moments in epoch milliseconds.
 *
 * @param id such as {@code D2026-000001}
 * @param title what is inspected
 * @param region administrative division whose institutions are drawn
 * @param state how far it is
 * @param preparedBy user name
 * @param fingerprint of the plan, fixed before the seed is known
 * @param seed empty before it is drawn
 * @param seedSource where the seed was published
 * @param drawnBy user name of who entered the seed; empty before
 * @param teams in the order drawn; none before
 * @param cancelledBecause empty unless cancelled
 * @param sequence of the last entry
 */
public record DrawFile(
    String id,
    String title,
    String region,
    State state,
    String preparedBy,
    long preparedAt,
    DrawPlan plan,
    String fingerprint,
    String seed,
    String seedSource,
    String drawnBy,
    List<Draw.Team> teams,
    String cancelledBecause,
    long changedAt,
    int sequence) {

  /** Types of entries. */
  static final String PREPARED = "PREPARED";

  static final String DRAWN = "DRAWN";
  static final String CANCELLED = "CANCELLED";

  public DrawFile {
    teams = List.copyOf(teams);
  }

  /** How far a draw is. */
  public enum State {
    /** 待抽取: the plan is fixed, the seed is not known. */
    PREPARED("待抽取"),
    /** 已抽取. */
    DRAWN("已抽取"),
    /** 已取消. */
    CANCELLED("已取消");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    /** The name for people, in Chinese. */
    public String zh() {
      return zh;
    }
  }

  /** Body of the first entry. */
  record Preparation(String title, String region, DrawPlan plan) {}

  /** Body of the entry that draws. */
  record Seeding(String seed, String source) {}

  /** Body of the entry that cancels. */
  record Cancelling(String reason) {}

  /** Its state as an ETag. */
  String tag() {
    return Revision.tag(sequence);
  }

  /**
   * The draw that its entries make.
   *
   * @param entries all of them in order, 1 or more
   */
  static DrawFile of(List<Entry> entries) {
    var first = entries.get(0);
    var begun = first.body(Preparation.class);
    var file =
        new DrawFile(
            first.stream().id(),
            begun.title(),
            begun.region(),
            State.PREPARED,
            first.by(),
            first.at(),
            begun.plan(),
            begun.plan().fingerprint(),
            "",
            "",
            "",
            List.of(),
            "",
            first.at(),
            first.sequence());
    for (var entry : entries.subList(1, entries.size())) {
      file = file.after(entry);
    }
    return file;
  }

  private DrawFile after(Entry entry) {
    return switch (entry.type()) {
      case DRAWN -> {
        var seeding = entry.body(Seeding.class);
        var drawn = Draw.of(plan, seeding.seed());
        yield next(State.DRAWN, seeding.seed(), seeding.source(), entry.by(), drawn, "", entry);
      }
      case CANCELLED ->
          next(
              State.CANCELLED,
              seed,
              seedSource,
              drawnBy,
              teams,
              entry.body(Cancelling.class).reason(),
              entry);
      default ->
          throw new IllegalStateException(
              "%s, entry %d: type '%s'; allowed are %s and %s"
                  .formatted(entry.stream(), entry.sequence(), entry.type(), DRAWN, CANCELLED));
    };
  }

  private DrawFile next(
      State newState,
      String newSeed,
      String source,
      String by,
      List<Draw.Team> drawn,
      String because,
      Entry entry) {
    return new DrawFile(
        id,
        title,
        region,
        newState,
        preparedBy,
        preparedAt,
        plan,
        fingerprint,
        newSeed,
        source,
        by,
        drawn,
        because,
        entry.at(),
        entry.sequence());
  }
}
