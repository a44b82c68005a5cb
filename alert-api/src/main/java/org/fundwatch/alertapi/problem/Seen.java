package org.fundwatch.alertapi.problem;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The state that a change was decided on, out of the header {@code If-Match}: 428 without it, 400
 * when it is no tag of that kind. An {@code int} is the last sequence of a stream.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
    name = "If-Match",
    in = ParameterIn.HEADER,
    description = "ETag of what you looked at",
    schema = @Schema(type = "string"))
public @interface Seen {}
