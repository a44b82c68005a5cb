package org.fundwatch.alertapi.procedure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.procedure.Handling.Opened;
import org.fundwatch.alertapi.procedure.Handling.Stepped;
import org.junit.jupiter.api.Test;

/** The table of steps. */
final class TransitionsTest {
  private static final Actor NOBODY = new Actor("nobody", Set.of());
  private static final Path ACTUAL = Path.of("target", "bare-steps.txt");

  /** Each step tried by somebody without a duty who took the step before, nothing being on file. */
  @Test
  void steps_withNothingDone_sayAllThatIsMissing() throws IOException {
    var actual =
        Transitions.ALL.stream().map(TransitionsTest::bare).collect(Collectors.joining("\n"));
    Files.writeString(ACTUAL, actual);

    try (var wanted = TransitionsTest.class.getResourceAsStream("bare-steps.txt")) {
      assertThat(actual)
          .as("if the change is wanted: cp %s to the test's resources", ACTUAL)
          .isEqualTo(wanted == null ? "" : new String(wanted.readAllBytes(), UTF_8));
    }
  }

  @Test
  void table_hasNoDeadEndsAndNoStrayStates() {
    assertThat(Transitions.ALL).extracting(Transition::id).doesNotHaveDuplicates();
    for (var step : Transitions.ALL) {
      assertThat(step.from())
          .as(step.id())
          .extracting(State::track)
          .containsOnly(step.to().track());
      assertThat(step.guards()).as(step.id()).hasAtLeastOneElementOfType(Guard.By.class);
    }
    for (var state : State.values()) {
      boolean initial = state.track().initial() == state;
      assertThat(initial || Transitions.ALL.stream().anyMatch(step -> step.to() == state))
          .as("%s can be reached", state)
          .isTrue();
      assertThat(Transitions.ALL.stream().anyMatch(step -> step.from().contains(state)))
          .as("%s can be left", state)
          .isEqualTo(state != State.MERGED && state != State.POLICE_ACCEPTED);
    }
    for (var limit : Limit.values()) {
      assertThat(limit.states()).extracting(State::track).containsOnly(limit.track());
    }
  }

  @Test
  void types_areAllKindsOfActions() {
    assertThat(CaseAction.TYPES.keySet())
        .containsExactlyInAnyOrder(
            "OPENED",
            "STEPPED",
            "OUTCOME_NAMED",
            "NOTE",
            "DOCUMENT_FILED",
            "FILE_ATTACHED",
            "SETTLEMENTS_TAKEN",
            "DOCUMENT_WITHDRAWN",
            "STATEMENT_MADE",
            "STATEMENT_ANSWERED",
            "STATEMENT_WAIVED",
            "HEARING_REQUESTED",
            "HEARING_WAIVED",
            "HEARING_HELD",
            "OFFICER_NAMED",
            "OFFICER_RELEASED",
            "RECUSED",
            "PAUSED",
            "RESUMED",
            "EXTENSION_ASKED",
            "EXTENSION_ANSWERED",
            "POSTED",
            "PENALTY_PROPOSED",
            "ALERTS_ADDED",
            "ALERTS_LEFT",
            "ALERTS_ELSEWHERE",
            "MERGED_INTO",
            "CASE_RECEIVED",
            "TASKS_SET",
            "TASK_CHANGED",
            "TEMPLATE_APPLIED");
  }

  /** A component of that name would take the place of the kind under which entries are kept. */
  @Test
  void types_areHiddenByNoComponent() {
    for (var type : CaseAction.TYPES.values()) {
      assertThat(type.getRecordComponents())
          .extracting(RecordComponent::getName)
          .doesNotContain("type", "zh");
    }
  }

  private static String bare(Transition step) {
    var from = EnumSet.copyOf(step.from()).iterator().next();
    var way =
        Transitions.ALL.stream()
            .filter(before -> before.to() == from)
            .limit(from.track().initial() == from ? 0 : 1);
    var fold = new CaseFold();
    fold.add(new CaseEntry(1, 0, "nobody", new Opened("题", "", "H1", List.of("A1"), 1, List.of())));
    way.forEach(
        before -> fold.add(new CaseEntry(2, 0, "nobody", new Stepped(before.id(), "理由", "去向"))));
    var missing =
        Procedure.of(null).missing(fold.state(), new Stepped(step.id(), "", ""), NOBODY, 1);
    return "%s %s: %s -> %s\n"
            .formatted(step.id(), step.zh(), EnumSet.copyOf(step.from()), step.to())
        + missing.stream()
            .map(one -> "  %s %s | %s\n".formatted(one.kind(), one.zh(), one.en()))
            .collect(Collectors.joining());
  }

  @Test
  void names_areInBothLanguages() {
    assertThat(Arrays.stream(State.values()).map(State::zh)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(DocumentKind.values()).map(DocumentKind::zh)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(DocumentKind.values()).map(DocumentKind::en)).doesNotHaveDuplicates();
  }
}
