package org.fundwatch.alertapi.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses query parameters that the API does not know: a mistyped filter would let all through. */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var known = known(method);
      var faults =
          request.getParameterMap().entrySet().stream()
              .filter(parameter -> !known.contains(parameter.getKey()))
              .map(
                  parameter ->
                      new FieldFault(
                          parameter.getKey(),
                          "an unknown parameter",
                          known.isEmpty() ? "no parameters" : String.join(", ", known)))
              .toList();
      if (!faults.isEmpty()) {
        throw ProblemException.badInput(faults);
      }
    }
    return true;
  }

  private static Set<String> known(HandlerMethod method) {
    var known = new TreeSet<String>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestParam.class)) {
        known.add(String.valueOf(parameter.getParameter().getName()));
      } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
        Arrays.stream(parameter.getParameterType().getRecordComponents())
            .map(RecordComponent::getName)
            .forEach(known::add);
      }
    }
    return known;
  }
}
