package org.fundwatch.alertapi.problem;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.alertapi.privacy.Mask;
import org.springframework.http.HttpStatus;

/** A mistake of the client that is answered as a problem detail. */
public final class ProblemException extends RuntimeException {
  /** Type of a problem that its status says all about. */
  static final URI PLAIN = URI.create("about:blank");

  /** Type of a problem with {@code faults}. */
  static final URI FAULTS = URI.create("urn:fundwatch:problem:faults");

  private static final URI OUTDATED = URI.create("urn:fundwatch:problem:outdated");
  private static final URI KEY_REUSED = URI.create("urn:fundwatch:problem:key-reused");
  private static final URI MISSING = URI.create("urn:fundwatch:problem:missing");

  private final HttpStatus status;
  private final Map<String, Object> more;
  private final URI type;

  private ProblemException(HttpStatus status, String detail, Map<String, Object> more) {
    this(PLAIN, status, detail, more);
  }

  private ProblemException(URI type, HttpStatus status, String detail, Map<String, Object> more) {
    // Answers about mistakes end up in logs, and ids in paths can be anything.
    super(Mask.text(detail));
    this.status = status;
    this.more = Map.copyOf(more);
    this.type = type;
  }

  /** 404. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, detail, Map.of());
  }

  /** 409: the request contradicts the state of things. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(HttpStatus.CONFLICT, detail, Map.of());
  }

  /** 422: a key that came with another request; {@code differs} names its fields, if known. */
  public static ProblemException keyReused(List<String> differs) {
    return new ProblemException(
        KEY_REUSED,
        HttpStatus.UNPROCESSABLE_CONTENT,
        "Idempotency-Key: used before for another request; take a new one",
        Map.of("differs", differs));
  }

  /** 403. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, detail, Map.of());
  }

  /** 429: more than the service gives to one. */
  public static ProblemException tooMany(String detail) {
    return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, detail, Map.of());
  }

  /** 400 with the fields at fault. */
  public static ProblemException badInput(List<FieldFault> faults) {
    return new ProblemException(
        FAULTS, HttpStatus.BAD_REQUEST, "the request has faults", Map.of("faults", faults));
  }

  /** 428: a change needs {@code If-Match}. */
  public static ProblemException preconditionRequired() {
    return new ProblemException(
        HttpStatus.PRECONDITION_REQUIRED,
        "If-Match: missing; send the ETag of what you looked at",
        Map.of());
  }

  /** 412: somebody was faster; {@code changes} tells what they did. */
  public static ProblemException outdated(String currentTag, List<?> changes) {
    var more = new LinkedHashMap<String, Object>();
    more.put("currentETag", currentTag);
    more.put("changes", changes.stream().map(ProblemException::shown).toList());
    return new ProblemException(
        OUTDATED,
        HttpStatus.PRECONDITION_FAILED,
        "changed since you looked at it; look at the changes and decide again",
        more);
  }

  private static Object shown(Object change) {
    return change instanceof Record record ? Mask.all(record) : change;
  }

  /** What cannot be done, with all that is missing for it. */
  public static ProblemException missing(HttpStatus status, String detail, List<?> missing) {
    return new ProblemException(MISSING, status, detail, Map.of("missing", missing));
  }

  /** Another status. */
  public static ProblemException of(HttpStatus status, String detail) {
    return new ProblemException(status, detail, Map.of());
  }

  /** The status to answer with. */
  public HttpStatus status() {
    return status;
  }

  URI type() {
    return type;
  }

  Map<String, Object> more() {
    return more;
  }
}
