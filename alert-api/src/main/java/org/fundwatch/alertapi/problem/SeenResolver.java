package org.fundwatch.alertapi.problem;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands {@link Seen} arguments of one type to the endpoints.
 *
 * @param type of the argument
 * @param parse empty when a header is no tag of that kind
 */
public record SeenResolver<T>(Class<T> type, Function<String, Optional<T>> parse)
    implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(Seen.class) && parameter.getParameterType() == type;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return IfMatch.require(request.getHeader(HttpHeaders.IF_MATCH), parse);
  }
}
