package org.fundwatch.alertapi.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Who there is, and who may give work to whom. Thread-safe. */
@Component
public final class People {
  private final UserSettings settings;
  private final OidcSettings issuer;
  private final Grants grants;

  People(UserSettings settings, OidcSettings issuer, Grants grants) {
    this.settings = settings;
    this.issuer = issuer;
    this.grants = grants;
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

  /** Users that alerts can be given to, and where they work, with what is lent to them now. */
  public Map<String, Regions> workplaces() {
    return inspectors().stream().collect(Collectors.toMap(name -> name, this::reach));
  }

  /** Users that something of a region can be given to, by name. */
  public List<String> inspectorsOf(String region) {
    return those(People::inspects, region);
  }

  /** Users who work with cases and see those of a region, by name. */
  public List<String> caseWorkers(String region) {
    return those(roles -> inspects(roles) || roles.contains(Role.LEGAL_REVIEWER), region);
  }

  /**
   * Checks that somebody who is given something would see it.
   *
   * @param region of what is given
   * @throws ProblemException 409 that says to whom it can be given, when the assignee would not
   */
  public void requireSees(Caller giver, String assignee, String region) {
    boolean sees =
        giver.name().equals(assignee)
            ? giver.sees(region)
            : !settings.users().containsKey(assignee) || reach(assignee).contain(region);
    if (!sees) {
      throw ProblemException.conflict(
          "%s does not work in region %s; it can be given to: %s"
              .formatted(assignee, shown(region), offer(inspectorsOf(region))));
    }
  }

  /**
   * Checks that somebody can be made an officer of a case: an inspector who sees its region. Of
   * users of an issuer no more is known than their name.
   *
   * @throws ProblemException 400 that says who can be
   */
  public void requireOfficer(String name, String region) {
    var user = settings.users().get(name);
    boolean can =
        user == null
            ? mayExist(name)
            : user.roles().contains(Role.INSPECTOR) && reach(name).contain(region);
    if (!can) {
      var those = those(roles -> roles.contains(Role.INSPECTOR), region);
      throw ProblemException.badInput(
          List.of(
              new FieldFault(
                  "name",
                  name,
                  "inspectors who see region %s: %s".formatted(shown(region), offer(those)))));
    }
  }

  private List<String> those(Predicate<Set<Role>> can, String region) {
    return settings.users().entrySet().stream()
        .filter(user -> can.test(user.getValue().roles()))
        .map(Map.Entry::getKey)
        .filter(name -> reach(name).contain(region))
        .sorted()
        .toList();
  }

  private Regions reach(String name) {
    var user = settings.users().get(name);
    var own = user == null ? Regions.NOWHERE : user.regions();
    return grants.inForce(name).stream()
        .map(Grant::region)
        .map(region -> new Regions(Set.of(region)))
        .reduce(own, Regions::and);
  }

  private static String shown(String region) {
    return region.isEmpty() ? Regions.NATION_SIGN : region;
  }

  private static String offer(List<String> names) {
    return names.isEmpty() ? "nobody there is" : String.join(", ", names);
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
