package org.fundwatch.alertapi.problem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body, with the place of the fault and without the body itself. */
final class BodyFaults {
  /** Names that a sender could mean a reporter's identity by. */
  private static final Set<String> IDENTITY =
      Set.of(
          "reporter",
          "reporterName",
          "reporterPhone",
          "reporterIdCard",
          "reporterAddress",
          "name",
          "phone",
          "idCard",
          "certno");

  private BodyFaults() {}

  static ProblemDetail missing() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "body: missing or unreadable; JSON in UTF-8 is wanted");
  }

  static ProblemDetail problem(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return syntax("nested too deeply, or a value too long");
    }
    if (e instanceof StreamReadException) {
      var place = e.getLocation();
      return syntax(
          "no valid JSON at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
    }
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "the request has faults");
    problem.setType(ProblemException.FAULTS);
    problem.setProperties(Map.of("faults", List.of(fault(e))));
    return problem;
  }

  private static ProblemDetail syntax(String what) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "body: " + what);
  }

  private static FieldFault fault(JacksonException e) {
    var path = path(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return IDENTITY.contains(unknown.getPropertyName())
          ? new FieldFault(
              path,
              "an identity",
              "no identity of a reporter: there is no vault for it yet, leave it with the hotline")
          : new FieldFault(
              path,
              "an unknown field",
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidFormatException format
        && format.getTargetType() == String.class
        && format.getValue() instanceof String) {
      return new FieldFault(path, "other text", PlainText.ALLOWED);
    }
    var found =
        e instanceof InvalidFormatException format && format.getTargetType().isEnum()
            ? String.valueOf(format.getValue())
            : "a value of another type";
    var wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return new FieldFault(path, found, Allowed.of(wanted));
  }

  private static String path(JacksonException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }
}
