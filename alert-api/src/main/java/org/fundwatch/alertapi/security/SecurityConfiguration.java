package org.fundwatch.alertapi.security;

import static org.fundwatch.alertapi.security.Role.ADMIN;
import static org.fundwatch.alertapi.security.Role.HOTLINE;
import static org.fundwatch.alertapi.security.Role.INSPECTOR;
import static org.fundwatch.alertapi.security.Role.LEAD;

import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may do what. Programs use the API with HTTP basic and no session; people use the pages with a
 * form login, a session and a CSRF token.
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
  UserDetailsService users(UserSettings settings) {
    if (settings.users().isEmpty()) {
      throw new IllegalStateException(
          "fundwatch.users: none; give at least one user as fundwatch.users.<name>.password-hash"
              + " and fundwatch.users.<name>.roles");
    }
    var users = new ArrayList<UserDetails>();
    settings
        .users()
        .forEach(
            (name, user) ->
                users.add(
                    User.withUsername(name)
                        .password(user.passwordHash())
                        .roles(
                            user.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                        .build()));
    return new InMemoryUserDetailsManager(users);
  }

  /**
   * No CSRF token is asked for: nothing is changed but by requests with a JSON body, which a
   * foreign page cannot send without asking first, and that is refused to it.
   */
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ProblemResponses problems) {
    return http.securityMatcher("/api/**", "/actuator/**")
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
  SecurityFilterChain swagger(HttpSecurity http) {
    return http.securityMatcher("/swagger-ui/**", "/swagger-ui.html", "/v3/api-docs/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .headers(
            headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SWAGGER_POLICY)))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(SecurityConfiguration::pageRights)
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false).permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?out"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(PAGES_POLICY))
                    .referrerPolicy(Customizer.withDefaults()))
        .build();
  }

  private static void apiRights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers("/actuator/health")
        .permitAll()
        .requestMatchers("/actuator/**")
        .hasRole(ADMIN.name())
        .requestMatchers(HttpMethod.GET, "/api/v1/alerts/**", "/api/v1/rules/**")
        .hasAnyRole(INSPECTOR.name(), LEAD.name(), HOTLINE.name())
        .requestMatchers("/api/v1/alerts/**", "/api/v1/cases/**")
        .hasAnyRole(INSPECTOR.name(), LEAD.name())
        .requestMatchers(HttpMethod.GET, "/api/v1/reports/**")
        .hasAnyRole(INSPECTOR.name(), LEAD.name(), HOTLINE.name())
        .requestMatchers("/api/v1/reports/**")
        .hasRole(HOTLINE.name())
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
        .hasAnyRole(INSPECTOR.name(), LEAD.name());
  }
}
