package org.fundwatch.alertapi.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.procedure.CaseAction;
import org.fundwatch.alertapi.procedure.Missing;
import org.springframework.http.HttpStatus;

/**
 * How a refused action is answered: 403 when another person has to do it, else 409 when the case is
 * not where it can be done, else 422; always with all that is missing.
 */
final class Refusal {
  private Refusal() {}

  static ProblemException of(CaseAction action, List<Missing> missing) {
    var kinds = missing.stream().map(Missing::kind).collect(Collectors.toSet());
    var status =
        kinds.contains(Missing.Kind.PERSON)
            ? HttpStatus.FORBIDDEN
            : kinds.contains(Missing.Kind.STATE)
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    return ProblemException.missing(
        status, "%s: cannot be done yet; see what is missing".formatted(action.zh()), missing);
  }
}
