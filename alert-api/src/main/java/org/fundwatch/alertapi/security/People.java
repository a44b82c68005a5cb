package org.fundwatch.alertapi.security;

import java.util.List;
import java.util.Set;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who there is, and who may give work to whom. Thread-safe. */
@Component
public final class People {
  private final UserSettings settings;

  People(UserSettings settings) {
    this.settings = settings;
  }

  /** Users that alerts can be given to, by name. */
  public List<String> inspectors() {
    return settings.users().entrySet().stream()
        .filter(user -> inspects(user.getValue().roles()))
        .map(user -> user.getKey())
        .sorted()
        .toList();
  }

  /**
   * Checks that somebody may give alerts to somebody.
   *
   * @throws ProblemException when the assignee is unknown, or another than the giver, who is no
   *     lead
   */
  public void requireMayAssign(Authentication giver, String assignee) {
    if (!inspectors().contains(assignee)) {
      throw ProblemException.badInput(
          List.of(new FieldFault("assignee", assignee, String.join(", ", inspectors()))));
    }
    if (!giver.getName().equals(assignee) && !is(giver, Role.LEAD)) {
      throw ProblemException.forbidden("only a lead gives alerts to others; take it yourself");
    }
  }

  /** True when a user has a role. */
  public static boolean is(Authentication user, Role role) {
    return user.getAuthorities().stream()
        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()));
  }

  private static boolean inspects(Set<Role> roles) {
    return roles.contains(Role.INSPECTOR) || roles.contains(Role.LEAD);
  }
}
