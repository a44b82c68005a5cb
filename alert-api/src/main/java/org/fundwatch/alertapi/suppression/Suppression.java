package org.fundwatch.alertapi.suppression;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.register.Listed;

/**
 * What certain rules say about somebody is put aside until a day. An alert is put aside when all of
 * its rules are among these; one that another rule speaks of as well is not.
 *
 * @param entity what the code is one of
 * @param code {@code fixmedins_code}, national doctor code, or token of a person
 * @param rules ids of rules or models
 * @param region beginning of an administrative division code: only alerts there are put aside
 * @param until last day on which it holds
 * @param sampleShare share of the alerts that is let through all the same, to see what is missed:
 *     drawn by the id of the suppression as the seed
 * @param reason why
 */
public record Suppression(
    @NotNull Entity entity,
    @NotBlank @Size(max = 100) String code,
    @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> rules,
    @NotNull @Pattern(regexp = "\\d{0,6}", message = "at most six digits") String region,
    @NotNull LocalDate until,
    @DecimalMin("0.01") @DecimalMax("0.5") double sampleShare,
    @NotBlank @Size(max = 2000) String reason)
    implements Listed {

  public Suppression {
    rules = rules == null ? List.of() : rules.stream().filter(Objects::nonNull).distinct().toList();
  }

  /** Whom it is about. */
  public enum Entity {
    INSTITUTION("alert.institution"),
    DOCTOR("alert.doctor"),
    PERSON("alert.person");

    private final String field;

    Entity(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** The same with the code of a person or doctor masked, and personal data in the reason. */
  Suppression masked() {
    var shown = entity == Entity.INSTITUTION ? code : Mask.code(code);
    return new Suppression(entity, shown, rules, region, until, sampleShare, Mask.text(reason));
  }

  boolean holdsOn(LocalDate day) {
    return !day.isAfter(until);
  }
}
