package org.fundwatch.alertapi.security;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in users of one machine.
 *
 * @param users by name
 */
@ConfigurationProperties("fundwatch")
record UserSettings(@DefaultValue Map<String, User> users) {

  UserSettings {
    users = Map.copyOf(users);
  }

  /**
   * A user.
   *
   * @param passwordHash BCrypt, see {@code AlertApi.hashPassword}
   * @param roles what the user may do
   */
  record User(String passwordHash, Set<Role> roles) {
    User {
      roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
  }
}
