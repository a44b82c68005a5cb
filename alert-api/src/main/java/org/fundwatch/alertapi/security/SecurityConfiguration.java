package org.fundwatch.alertapi.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import org.fundwatch.alertapi.signin.Accounts;
import org.fundwatch.alertapi.signin.SignInDelayedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * How people and programs sign in. Programs use the API with HTTP basic and no session; people use
 * the pages with a form login, a session and a CSRF token. Which roles may use an endpoint stands
 * on the endpoint: see {@link AllowedTo}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String PAGES_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  /** Swagger UI is a script with styles and pictures inside. */
  private static final String SWAGGER_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  PasswordHashes passwordHashes() {
    return new PasswordHashes();
  }

  @Bean
  Accounts users(UserSettings settings, OidcSettings oidc) {
    if (settings.users().isEmpty() && !oidc.used()) {
      throw new IllegalStateException(
          "fundwatch.users: none; give at least one user as fundwatch.users.<name>.password-hash"
              + " and fundwatch.users.<name>.roles, or an issuer as fundwatch.oidc.issuer");
    }
    var users = new ArrayList<UserDetails>();
    settings
        .users()
        .forEach(
            (name, user) ->
                users.add(
                    User.withUsername(name)
                        .password(user.passwordHash())
                        .authorities(Callers.authorities(user.roles(), user.regions()))
                        .build()));
    return new Accounts(new InMemoryUserDetailsManager(users));
  }

  /**
   * No CSRF token is asked for: nothing is changed but by requests with a JSON body, which a
   * foreign page cannot send without asking first, and that is refused to it.
   */
  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http, ProblemResponses problems, Issuer issuer, RateLimits limits) {
    return issuer
        .accept(http, problems)
        .addFilterBefore(limits.filter(), AuthorizationFilter.class)
        .securityMatcher("/api/**", "/actuator/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            failure -> failure.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .authorizeHttpRequests(SecurityConfiguration::apiRights)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain swagger(HttpSecurity http, ProblemResponses problems, Issuer issuer) {
    return issuer
        .accept(http, problems)
        .securityMatcher("/swagger-ui/**", "/swagger-ui.html", "/v3/api-docs/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .headers(
            headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SWAGGER_POLICY)))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http, RateLimits limits) {
    return http.addFilterBefore(limits.filter(), AuthorizationFilter.class)
        .authorizeHttpRequests(SecurityConfiguration::pageRights)
        .formLogin(
            form ->
                form.loginPage("/login")
                    .successHandler(new FirstPage())
                    .failureHandler(SecurityConfiguration::backToSignIn)
                    .permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?out"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(PAGES_POLICY))
                    .referrerPolicy(Customizer.withDefaults()))
        .build();
  }

  private static void backToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof SignInDelayedException delayed) {
      response.sendRedirect("/login?wait=" + delayed.seconds());
    } else {
      response.sendRedirect("/login?error");
    }
  }

  private static void apiRights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers("/actuator/health")
        .permitAll()
        .requestMatchers("/actuator/**")
        .hasRole(Role.ADMIN.name())
        .anyRequest()
        .authenticated();
  }

  private static void pageRights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers("/login", "/fundwatch.css", "/fundwatch.svg", "/error")
        .permitAll()
        .anyRequest()
        .authenticated();
  }
}
