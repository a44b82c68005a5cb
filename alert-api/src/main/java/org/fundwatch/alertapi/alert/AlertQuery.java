package org.fundwatch.alertapi.alert;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.domain.alert.AlertStatus;
import org.fundwatch.domain.finding.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the alert list: all given ones must hold; of several values of one filter, any. Empty
 * and absent filters let everything through, but that what is closed shows only when asked for: by
 * its status, by its state, or by {@code closed}.
 */
public record AlertQuery(
    @Parameter(description = "The machine's status; OPEN when nothing is said")
        @Nullable List<@NotNull AlertStatus> status,
    @Parameter(
            description =
                "Where people are with it; all but DISMISSED, SNOOZED and SUPPRESSED when nothing"
                    + " is said")
        @Nullable List<@NotNull TriageState> state,
    @Parameter(description = "How sure the strongest finding is: its severity")
        @Nullable List<@NotNull Outcome> outcome,
    @Parameter(description = "Ids of rules or models") @Size(max = 50)
        @Nullable List<@NotBlank String> rule,
    @Parameter(description = "Rule families, such as 管理类 or 管理类/行为主体监管类") @Size(max = 50)
        @Nullable List<@NotBlank String> family,
    @Parameter(description = "fixmedins_code") @Size(max = 50)
        @Nullable List<@NotBlank String> institution,
    @Parameter(description = "Beginning of an administrative division code: 32, 3201 or 320102")
        @Pattern(regexp = "\\d{0,6}", message = "at most six digits")
        @Nullable String region,
    @Parameter(description = "Token of a person") @Size(max = 100) @Nullable String person,
    @Parameter(description = "National code of a doctor") @Size(max = 100) @Nullable String doctor,
    @Parameter(description = "Least amount at risk, in fen") @Nullable Long amountFromFen,
    @Parameter(description = "Greatest amount at risk, in fen") @Nullable Long amountToFen,
    @Parameter(description = "Least confidence of the surest finding")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable Double confidenceFrom,
    @Parameter(description = "Greatest confidence of the surest finding")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable Double confidenceTo,
    @Parameter(description = "Least probability that a model gives")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable Double scoreFrom,
    @Parameter(description = "Greatest probability that a model gives")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable Double scoreTo,
    @Parameter(description = "Service touches this day or later") @Nullable LocalDate serviceFrom,
    @Parameter(description = "Service touches this day or earlier") @Nullable LocalDate serviceTo,
    @Parameter(description = "Detected on this day or later") @Nullable LocalDate raisedFrom,
    @Parameter(description = "Detected on this day or earlier") @Nullable LocalDate raisedTo,
    @Parameter(description = "Due on this day or later") @Nullable LocalDate dueFrom,
    @Parameter(description = "Due on this day or earlier") @Nullable LocalDate dueTo,
    @Parameter(description = "User names") @Size(max = 50)
        @Nullable List<@NotBlank String> assignee,
    @Parameter(description = "Labels that people gave it") @Size(max = 50)
        @Nullable List<@NotBlank String> label,
    @Parameter(description = "Case that the alert is part of") @Size(max = 50)
        @Nullable String caseId,
    @Parameter(description = "Part of a case, or of none") @Nullable Boolean hasCase,
    @Parameter(description = "Linked to a report of the hotline, or to none")
        @Nullable Boolean hasReport,
    @Parameter(description = "Let through by a suppression as a sample, or not")
        @Nullable Boolean sample,
    @Parameter(description = "Decided at once with others, and drawn to be looked at again")
        @Nullable Boolean recheck,
    @Parameter(description = "true shows what is closed as well") @Nullable Boolean closed,
    @Parameter(
            description =
                "Words, each of which occurs in a sentence or in the institution's name, its"
                    + " characters in a row")
        @Size(max = 200)
        @Nullable String text) {

  /** All that is not closed. */
  public static final AlertQuery OPEN =
      of(new Object[AlertQuery.class.getRecordComponents().length]);

  /** Everything. */
  public static final AlertQuery ALL = OPEN.with("closed", true);

  public AlertQuery {
    status = copy(status);
    state = copy(state);
    outcome = copy(outcome);
    rule = copy(rule);
    family = copy(family);
    institution = copy(institution);
    assignee = copy(assignee);
    label = copy(label);
  }

  /** The alerts of an institution whose service touches a period, closed ones too. */
  public static AlertQuery ofInstitution(
      String code, @Nullable LocalDate from, @Nullable LocalDate to) {
    return ALL.with("institution", List.of(code)).with("serviceFrom", from).with("serviceTo", to);
  }

  /** Whom it looks for, masked; empty when it looks for nobody in particular. */
  Optional<String> people() {
    var people = new ArrayList<String>();
    Stream.of(person, doctor)
        .filter(code -> code != null && !code.isBlank())
        .map(Mask::code)
        .forEach(people::add);
    if (text != null && Mask.applies(text)) {
      people.add(Mask.text(text));
    }
    return people.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", people));
  }

  /** The same with other statuses. */
  public AlertQuery withStatus(List<AlertStatus> statuses) {
    return with("status", statuses);
  }

  /** The same with other triage states. */
  public AlertQuery withState(List<TriageState> states) {
    return with("state", states);
  }

  /** The same with another least amount. */
  public AlertQuery withAmountFromFen(long fen) {
    return with("amountFromFen", fen);
  }

  /** The same with person and doctor masked: it finds nothing any more. */
  public AlertQuery masked() {
    return with("person", person == null ? null : Mask.code(person))
        .with("doctor", doctor == null ? null : Mask.code(doctor))
        .with("text", text == null ? null : Mask.text(text));
  }

  /** True when closed alerts are not to be hidden. */
  boolean showsClosed() {
    return Boolean.TRUE.equals(closed) || Boolean.TRUE.equals(recheck);
  }

  /** By name: thirty components in a row are easily mixed up. */
  AlertQuery with(String name, @Nullable Object value) {
    return of(
        Arrays.stream(getClass().getRecordComponents())
            .map(component -> component.getName().equals(name) ? value : value(component))
            .toArray());
  }

  private @Nullable Object value(RecordComponent component) {
    try {
      return component.getAccessor().invoke(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's accessors are public", e);
    }
  }

  private static AlertQuery of(@Nullable Object[] values) {
    try {
      return (AlertQuery) AlertQuery.class.getDeclaredConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the values are those of the components", e);
    }
  }

  private static <T> @Nullable List<T> copy(@Nullable List<T> values) {
    // Elements that are null are refused by validation, which comes later.
    return values == null ? null : values.stream().toList();
  }
}
