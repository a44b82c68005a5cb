package org.fundwatch.alertapi.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Who there is, and who may give work to whom. Thread-safe. */
@Component
public final class People {
  private final UserSettings settings;
  private final OidcSettings issuer;

  People(UserSettings settings, OidcSettings issuer) {
    this.settings = settings;
    this.issuer = issuer;
  }

  /** True for built-in users; an issuer tells of its own only when they come. */
  boolean mayExist(String name) {
    return settings.users().containsKey(name) || (issuer.used() && IssuerUsers.isName(name));
  }

  /** Users that alerts can be given to, by name. */
  public List<String> inspectors() {
    return settings.users().entrySet().stream()
        .filter(user -> inspects(user.getValue().roles()))
        .map(user -> user.getKey())
        .sorted()
        .toList();
  }

  /** Users that alerts can be given to, and where they work. */
  public Map<String, Regions> workplaces() {
    return settings.users().entrySet().stream()
        .filter(user -> inspects(user.getValue().roles()))
        .collect(Collectors.toMap(Map.Entry::getKey, user -> user.getValue().regions()));
  }

  /**
   * Checks that somebody may give alerts to somebody.
   *
   * @throws ProblemException when the assignee is unknown, or another than the giver, who is no
   *     lead
   */
  public void requireMayAssign(Caller giver, String assignee) {
    // Who signs in by an issuer is in no list of ours, and may take work all the same.
    if (giver.name().equals(assignee) && inspects(giver.roles())) {
      return;
    }
    if (!inspectors().contains(assignee)) {
      throw ProblemException.badInput(
          List.of(new FieldFault("assignee", assignee, String.join(", ", inspectors()))));
    }
    if (!giver.is(Role.LEAD)) {
      throw ProblemException.forbidden("only a lead gives alerts to others; take it yourself");
    }
  }

  private static boolean inspects(Set<Role> roles) {
    return roles.contains(Role.INSPECTOR) || roles.contains(Role.LEAD);
  }
}
