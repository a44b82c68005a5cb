package org.fundwatch.alertapi.problem;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Bytes as the body of every request: the first says of which, the others are its JSON. */
public final class BodiesFuzz {
  private static final List<Class<?>> FORMS = forms();
  private static final JsonMapper JSON = mapper();
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private BodiesFuzz() {}

  /** Refused with its place and without our insides, or taken and checked. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    var form = FORMS.get((data[0] & 0xff) % FORMS.size());
    Object body;
    try {
      body = JSON.readValue(data, 1, data.length - 1, form);
    } catch (JacksonException e) {
      requireNothingOfOurs(BodyFaults.problem(e));
      return;
    }
    if (body != null) {
      VALIDATOR.validate(body);
      // What is taken is kept as JSON: it must be possible to write it.
      JSON.writeValueAsBytes(body);
    }
  }

  /** In our own words: what was sent is quoted, and can be anything. */
  private static void requireNothingOfOurs(ProblemDetail problem) {
    var words = new StringBuilder(String.valueOf(problem.getDetail()));
    var more = problem.getProperties();
    if (more != null && more.get("faults") instanceof List<?> faults) {
      faults.forEach(fault -> words.append(((FieldFault) fault).allowed()));
    }
    if (words.indexOf("fundwatch") >= 0 || words.indexOf("Exception") >= 0) {
      throw new IllegalStateException("shows our insides: " + words);
    }
    JSON.writeValueAsBytes(problem);
  }

  private static JsonMapper mapper() {
    var builder =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    new StrictJson().noCoercion().customize(builder);
    return builder.build();
  }

  /** The bodies of all endpoints, by name. */
  private static List<Class<?>> forms() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents("org.fundwatch.alertapi").stream()
        .map(found -> controller(Objects.requireNonNull(found.getBeanClassName())))
        .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
        .map(Method::getParameters)
        .flatMap(Arrays::stream)
        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
        .<Class<?>>map(Parameter::getType)
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  private static Class<?> controller(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
