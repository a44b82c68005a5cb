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
    users.forEach(
        (name, user) -> {
          if (user.regions().prefixes().isEmpty()
              && user.roles().stream().anyMatch(Role::worksInRegions)) {
            throw new IllegalArgumentException(
                "fundwatch.users.%s.regions: none; administrative division codes with commas, such as"
                        .formatted(name)
                    + " 3201, or * for the nation");
          }
        });
  }

  /**
   * A user.
   *
   * @param passwordHash BCrypt, see {@code AlertApi.hashPassword}
   * @param roles what the user may do
   * @param regions where; without them the user would see nothing, so they are asked for
   */
  record User(String passwordHash, Set<Role> roles, Regions regions) {
    User {
      roles = roles == null ? Set.of() : Set.copyOf(roles);
      regions = regions == null ? Regions.NOWHERE : regions;
    }
  }
}
