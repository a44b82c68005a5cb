package org.fundwatch.alertapi.problem;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@link IdempotencyKey} that a creation came with, out of the header: 400 without it or when
 * it is malformed. Every endpoint that creates something takes one.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = IdempotencyKey.HEADER,
    in = ParameterIn.HEADER,
    required = true,
    description =
        "New for each new request; the same again is answered as the first time and creates"
            + " nothing, 422 when it comes with another request",
    schema = @Schema(type = "string", minLength = 1, maxLength = 100, pattern = "[!-~]+"))
public @interface Once {}
