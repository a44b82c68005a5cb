package org.fundwatch.alertapi.procedure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.term.TermKey;

/** What a step needs. */
sealed interface Guard permits Guard.By, Guard.OnFile, Guard.AnyOnFile, Guard.Officers, Condition {

  /** What is missing of it for a step. */
  Stream<Missing> missing(Situation situation, Move step);

  /** What it asks for, in Chinese. */
  String zh();

  /** Only somebody with one of these duties. */
  record By(List<Duty> duties) implements Guard {
    @Override
    public Stream<Missing> missing(Situation situation, Move step) {
      return missing(situation);
    }

    Stream<Missing> missing(Situation situation) {
      return Situation.unless(
          duties.stream().anyMatch(situation.actor()::is),
          Missing.person(
              "须由%s办理".formatted(zh()), "has to be done by: " + names(Duty::en, " or ")));
    }

    @Override
    public String zh() {
      return names(Duty::zh, "或");
    }

    private String names(Function<Duty, String> name, String or) {
      return duties.stream().map(name).collect(Collectors.joining(or));
    }
  }

  /**
   * All these papers are on file in this round.
   *
   * @param fresh true when they have to be filed since the case came into its present state
   */
  record OnFile(List<DocumentKind> kinds, boolean fresh) implements Guard {
    @Override
    public Stream<Missing> missing(Situation situation, Move step) {
      var state = situation.state();
      int since =
          fresh
              ? Math.max(state.roundSequence(), state.entered().getOrDefault(step.track(), 0))
              : state.roundSequence();
      return kinds.stream()
          .filter(kind -> !state.onFileSince(since, kind))
          .map(
              kind ->
                  Missing.content(
                      "缺《%s》%s".formatted(kind.zh(), fresh ? "（本阶段）" : ""),
                      "not on file: %s%s".formatted(kind.en(), fresh ? ", from this stage" : "")));
    }

    @Override
    public String zh() {
      return Guard.titles(kinds, "") + (fresh ? "（本阶段）" : "");
    }
  }

  /** At least one of these papers is on file in this round. */
  record AnyOnFile(List<DocumentKind> kinds) implements Guard {
    @Override
    public Stream<Missing> missing(Situation situation, Move step) {
      return Situation.unless(
          kinds.stream().anyMatch(situation.state()::onFile),
          Missing.content(
              "缺%s".formatted(zh()),
              "none of these on file: "
                  + kinds.stream().map(DocumentKind::en).collect(Collectors.joining(", "))));
    }

    @Override
    public String zh() {
      return Guard.titles(kinds, "或");
    }
  }

  /** So many officers are named as the configuration wants, two where it says nothing. */
  record Officers(TermKey key) implements Guard {
    private static final long TWO = 2;

    @Override
    public Stream<Missing> missing(Situation situation, Move step) {
      long wanted = situation.term(key).map(term -> term.value()).orElse(TWO);
      int named = situation.state().officers().size();
      return Situation.unless(
          named >= wanted,
          Missing.content(
              "办案人员 %d 人，至少 %d 人".formatted(named, wanted),
              "%d officers are named, at least %d are needed".formatted(named, wanted)));
    }

    @Override
    public String zh() {
      return key.zh();
    }
  }

  private static String titles(List<DocumentKind> kinds, String or) {
    return kinds.stream().map(kind -> "《" + kind.zh() + "》").collect(Collectors.joining(or));
  }
}
