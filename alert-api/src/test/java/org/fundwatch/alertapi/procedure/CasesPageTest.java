package org.fundwatch.alertapi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundwatch.alertapi.procedure.term.Term;
import org.fundwatch.alertapi.procedure.term.TermKey;
import org.fundwatch.alertapi.procedure.term.TermUnit;
import org.fundwatch.alertapi.procedure.term.Terms;
import org.junit.jupiter.api.Test;

/** The tables of docs/cases.md are those of the program. */
final class CasesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "cases.md");
  private static final Path ACTUAL = Path.of("target", "cases.md");

  @Test
  void page_tables_areThoseOfTheProgram() throws IOException {
    var page = Files.readString(PAGE);
    var actual =
        with(
            with(with(with(page, "states", states()), "steps", steps()), "moves", moves()),
            "terms",
            terms());
    Files.writeString(ACTUAL, actual);

    assertThat(page).as("if the change is wanted: cp %s ../docs/", ACTUAL).isEqualTo(actual);
  }

  private static String with(String page, String name, Stream<String> lines) {
    var block = Pattern.compile("(<!-- %s -->\n).*?(<!-- end -->)".formatted(name), Pattern.DOTALL);
    var table = lines.collect(Collectors.joining("\n", "", "\n"));
    assertThat(page).containsPattern(block);
    return block.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
  }

  private static Stream<String> states() {
    return Stream.concat(
        Stream.of("| track | state | 中文 |", "|---|---|---|"),
        Arrays.stream(State.values())
            .map(state -> "| %s | `%s` | %s |".formatted(state.track().zh(), state, state.zh())));
  }

  private static Stream<String> steps() {
    return Stream.concat(
        Stream.of("| step | 中文 | from | to | needs |", "|---|---|---|---|---|"),
        Transitions.ALL.stream()
            .map(
                step ->
                    "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                            step.id(),
                            step.zh(),
                            step.from().stream()
                                .sorted()
                                .map(State::zh)
                                .collect(Collectors.joining("、")),
                            step.to().zh(),
                            step.needsZh())));
  }

  private static Stream<String> moves() {
    return Stream.concat(
        Stream.of("| 中文 | while | needs |", "|---|---|---|"),
        Arrays.stream(GroupingRule.values())
            .map(
                rule ->
                    "| %s | %s | %s |"
                        .formatted(
                            rule.zh(),
                            rule.from().stream()
                                .sorted()
                                .map(State::zh)
                                .collect(Collectors.joining("、")),
                            rule.needsZh())));
  }

  private static Stream<String> terms() {
    return Stream.concat(
        Stream.of(
            "| key | 中文 | region | value | provenance | source |", "|---|---|---|---|---|---|"),
        Terms.of(null).all().stream()
            .sorted(Comparator.comparing(Term::key).thenComparing(Term::region))
            .map(CasesPageTest::row));
  }

  private static String row(Term term) {
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            term.key().text(),
            term.key().zh(),
            term.region().isEmpty() ? "全国" : term.region(),
            value(term),
            term.provenance().zh(),
            term.source());
  }

  private static String value(Term term) {
    if (term.unit() == TermUnit.FEN) {
      return "%d 元".formatted(term.value() / 100);
    }
    var unit = term.key() == TermKey.POINTS_MOST ? "分" : "人";
    return "%d %s".formatted(term.value(), term.unit() == TermUnit.COUNT ? unit : term.unit().zh());
  }
}
