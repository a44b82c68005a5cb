package org.fundwatch.alertapi.triage;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A label: no comma, which separates values in addresses, and nothing that cannot be seen. */
@Pattern(regexp = "[^,\\p{Cntrl}\\s]([^,\\p{Cntrl}]{0,38}[^,\\p{Cntrl}\\s])?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Label {
  String message() default "1 to 40 characters without commas and without space around them";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
