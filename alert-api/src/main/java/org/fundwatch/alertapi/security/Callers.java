package org.fundwatch.alertapi.security;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Turns who has signed in, by whatever way, into a {@link Caller}: roles and regions travel as
 * authorities. Thread-safe.
 */
@Component
public final class Callers {
  private static final String REGION = "REGION_";

  /** What a user's roles and regions are in Spring Security. */
  static Set<GrantedAuthority> authorities(Set<Role> roles, Regions regions) {
    var authorities = new HashSet<GrantedAuthority>();
    roles.forEach(role -> authorities.add(new SimpleGrantedAuthority(role.authority())));
    regions
        .prefixes()
        .forEach(prefix -> authorities.add(new SimpleGrantedAuthority(REGION + prefix)));
    return authorities;
  }

  private final Grants grants;

  Callers(Grants grants) {
    this.grants = grants;
  }

  Caller of(Authentication user) {
    var name = user.getName();
    return new Caller(name, roles(user), regions(user), grants.inForce(name));
  }

  /** The same caller with the regions that are lent to them now. */
  public Caller now(Caller caller) {
    return new Caller(
        caller.name(), caller.roles(), caller.regions(), grants.inForce(caller.name()));
  }

  static Set<Role> roles(Authentication user) {
    return names(user).stream()
        .map(Role::ofAuthority)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static Regions regions(Authentication user) {
    return new Regions(
        names(user).stream()
            .filter(authority -> authority.startsWith(REGION))
            .map(authority -> authority.substring(REGION.length()))
            .collect(Collectors.toSet()));
  }

  private static Set<String> names(Authentication user) {
    return user.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }
}
