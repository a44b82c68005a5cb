package org.fundwatch.alertapi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets callers through to the endpoints whose {@link AllowedTo} names one of their roles, and hands
 * the {@link Caller} to those that ask for it.
 *
 * <p>The right stands on the endpoint itself, so that nobody can add one and forget it elsewhere:
 * the service does not start while an endpoint of ours says nothing.
 */
@Component
final class Doors
    implements WebMvcConfigurer,
        HandlerInterceptor,
        HandlerMethodArgumentResolver,
        SmartInitializingSingleton {
  /** Before the checks of parameters: who may not come in is not told what is wrong. */
  private static final int FIRST = -100;

  private static final String OURS = "org.fundwatch.";

  /** Open to everybody, signed in or not. */
  private static final Set<String> OPEN = Set.of("/login", "/error");

  private final Callers callers;
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  Doors(Callers callers, ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.callers = callers;
    this.mappings = mappings;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns(List.copyOf(OPEN)).order(FIRST);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && ours(method)) {
      var roles =
          request.getUserPrincipal() instanceof Authentication user
              ? Callers.roles(user)
              : Set.<Role>of();
      var allowed = allowed(method);
      if (allowed == null || List.of(allowed.value()).stream().noneMatch(roles::contains)) {
        throw new AccessDeniedException("roles " + roles);
      }
    }
    return true;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (request.getUserPrincipal() instanceof Authentication user) {
      return callers.of(user);
    }
    throw new AccessDeniedException("nobody has signed in");
  }

  @Override
  public void afterSingletonsInstantiated() {
    mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(entry -> ours(entry.getValue()))
        .filter(entry -> !OPEN.containsAll(entry.getKey().getPatternValues()))
        .filter(entry -> allowed(entry.getValue()) == null)
        .findAny()
        .ifPresent(
            entry -> {
              throw new IllegalStateException(
                  "%s: no @AllowedTo; say which roles may %s"
                      .formatted(entry.getValue().getShortLogMessage(), entry.getKey()));
            });
  }

  private static boolean ours(HandlerMethod method) {
    return method.getBeanType().getName().startsWith(OURS);
  }

  private static @Nullable AllowedTo allowed(HandlerMethod method) {
    var own = method.getMethodAnnotation(AllowedTo.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
  }
}
