package org.fundwatch.alertapi.privacy;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A short text that many see and look for, such as a label or the name of a view. It holds no
 * number of a person, for it is never masked.
 */
@Constraint(validatedBy = Impersonal.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Impersonal {
  /** What is allowed. */
  String message() default "no numbers of people, cards or telephones";

  /** None. */
  Class<?>[] groups() default {};

  /** None. */
  Class<? extends Payload>[] payload() default {};

  /** Looks for what {@link Mask#text} would mask. */
  final class Check implements ConstraintValidator<Impersonal, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || !Mask.applies(text);
    }
  }
}
