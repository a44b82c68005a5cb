package org.fundwatch.alertapi.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fundwatch.alertapi.privacy.Impersonal;
import org.fundwatch.alertapi.procedure.DocumentKind;
import org.fundwatch.alertapi.register.Listed;
import org.jspecify.annotations.Nullable;

/**
 * Tasks and texts for a kind of case.
 *
 * @param name for people
 * @param region beginning of an administrative division code where it holds, empty for the nation
 * @param families of rules that it is for, such as {@code 管理类} or {@code 管理类/住院行为}; empty for all
 * @param tasks that it sets
 * @param texts to write papers from; words in braces are filled in, see {@link TemplateWords}
 */
record CaseTemplate(
    @NotBlank @Size(max = 100) @Impersonal String name,
    @NotNull @Pattern(regexp = "\\d{0,6}", message = "at most six digits") String region,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> families,
    @Size(max = 50) List<@NotNull @Valid TaskPlan> tasks,
    @Size(max = 20) List<@NotNull @Valid TextPlan> texts)
    implements Listed {
  CaseTemplate {
    // What is null among them is for the validator to name.
    families = families == null ? List.of() : families.stream().toList();
    tasks = tasks == null ? List.of() : tasks.stream().toList();
    texts = texts == null ? List.of() : texts.stream().toList();
  }

  /**
   * A task that it sets.
   *
   * @param days calendar days from the day on which it is applied; null for no last day
   */
  record TaskPlan(
      @NotBlank @Size(max = 200) @Impersonal String title,
      @Min(0) @Max(3660) @Nullable Integer days) {}

  /** A text of a paper. */
  record TextPlan(
      @NotNull DocumentKind kind,
      @NotBlank @Size(max = 200) @Impersonal String title,
      @NotBlank @Size(max = 20_000) @Impersonal String text) {}

  /** True when it holds for a case of a region, with alerts of families. */
  boolean fits(String ofRegion, List<String> ofFamilies) {
    return ofRegion.startsWith(region)
        && (families.isEmpty() || families.stream().anyMatch(ofFamilies::contains));
  }
}
