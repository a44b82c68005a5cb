package org.fundwatch.alertapi.problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.fundwatch.alertapi.search.CursorException;
import org.fundwatch.alertapi.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Answers what goes wrong behind the API as problem details. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ProblemDetail known(ProblemException e) {
    var problem = ProblemDetail.forStatusAndDetail(e.status(), String.valueOf(e.getMessage()));
    problem.setType(e.type());
    e.more().forEach(problem::setProperty);
    return problem;
  }

  @ExceptionHandler
  ProblemDetail nobodysId(InvalidIdException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "unknown: the id of nothing that there can be");
  }

  @ExceptionHandler
  ProblemDetail cursor(CursorException e) {
    return ProblemDetail.forStatusAndDetail(
        e.expired() ? HttpStatus.GONE : HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail searchAway(SearchUnavailableException e) {
    LOG.debug("search node away", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "the search node does not answer; try again in a moment");
  }

  @ExceptionHandler
  ProblemDetail brokerAway(KafkaException e) {
    LOG.debug("broker away", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "the broker does not answer; try again in a moment");
  }

  /** Tomcat finds out about bad percent-encoding only when a parameter is asked for. */
  @ExceptionHandler
  ProblemDetail badEncoding(InvalidParameterException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "query string: not percent-encoded UTF-8");
  }

  /** Nobody is there to be answered when a client has gone. */
  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> gone(IOException e) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      LOG.debug("client gone", e);
      return null;
    }
    return ResponseEntity.internalServerError().body(ours(e));
  }

  @ExceptionHandler
  ProblemDetail ours(Exception e) {
    if (e instanceof AccessDeniedException denied) {
      throw denied;
    }
    if (e instanceof AuthenticationException unknown) {
      throw unknown;
    }
    LOG.error("request failed", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR, "our mistake; it is in the log");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        e.getCause() instanceof JacksonException cause
            ? BodyFaults.problem(cause)
            : BodyFaults.missing();
    return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(e, e.getFieldErrors().stream().map(ProblemAdvice::fault).toList(), request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var faults = e.getParameterValidationResults().stream().flatMap(ProblemAdvice::faults).toList();
    return answer(e, faults, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    var fault =
        new FieldFault(
            name(e.getPropertyName()), String.valueOf(e.getValue()), Allowed.of(wanted(e)));
    return answer(e, List.of(fault), request);
  }

  private @Nullable ResponseEntity<Object> answer(
      Exception e, List<FieldFault> faults, WebRequest request) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "the request has faults");
    problem.setType(ProblemException.FAULTS);
    problem.setProperties(Map.of("faults", faults.stream().sorted(FieldFault.ORDER).toList()));
    return handleExceptionInternal(e, problem, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
  }

  private static Stream<FieldFault> faults(ParameterValidationResult result) {
    if (result instanceof ParameterErrors body) {
      return body.getFieldErrors().stream().map(ProblemAdvice::fault);
    }
    var parameter = name(result.getMethodParameter().getParameterName());
    var found = String.valueOf(result.getArgument());
    return result.getResolvableErrors().stream()
        .map(error -> new FieldFault(parameter, found, String.valueOf(error.getDefaultMessage())));
  }

  private static FieldFault fault(FieldError error) {
    var allowed =
        error.contains(TypeMismatchException.class)
            ? Allowed.of(wanted(error.unwrap(TypeMismatchException.class)))
            : String.valueOf(error.getDefaultMessage());
    return new FieldFault(error.getField(), String.valueOf(error.getRejectedValue()), allowed);
  }

  /** The type that the value could not become: of a list, that of its elements. */
  private static @Nullable Class<?> wanted(TypeMismatchException e) {
    Class<?> wanted = e.getRequiredType();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException conversion) {
        wanted = conversion.getTargetType().getType();
      }
    }
    return wanted;
  }

  private static String name(@Nullable String name) {
    return Objects.requireNonNullElse(name, "request");
  }
}
