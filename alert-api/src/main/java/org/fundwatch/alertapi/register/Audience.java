package org.fundwatch.alertapi.register;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;

/** Words for who may see a record: all of a role, all who work in a region or below it. */
public final class Audience {
  private static final String ROLE = "role:";
  private static final String REGION = "region:";

  private Audience() {}

  /** Everybody who has a role. */
  public static String role(Role role) {
    return ROLE + role;
  }

  /** Everybody who works in a region or in a part of it. */
  public static String region(String prefix) {
    return REGION + prefix;
  }

  /** True when a caller belongs to one of the audience. */
  public static boolean holds(List<String> audience, Caller caller) {
    return words(caller).anyMatch(audience::contains);
  }

  /** Records of a caller's own, and those whose audience they belong to. */
  static Query of(Caller caller) {
    return Query.of(
        q ->
            q.bool(
                bool ->
                    bool.should(terms("owner", Stream.of(caller.name())))
                        .should(terms("audience", words(caller)))
                        .minimumShouldMatch("1")));
  }

  /** Records that hold for a part of the country that a caller sees, or for more than that. */
  static Query places(Caller caller) {
    return Query.of(
        q ->
            q.bool(
                bool ->
                    bool.should(caller.regionFilter("region"))
                        .should(terms("region", places(caller.reach().prefixes().stream())))
                        .minimumShouldMatch("1")));
  }

  private static Stream<String> words(Caller caller) {
    return Stream.concat(
        caller.roles().stream().map(Audience::role),
        places(caller.reach().prefixes().stream()).map(Audience::region));
  }

  /** The regions and those that they are parts of. */
  private static Stream<String> places(Stream<String> prefixes) {
    return prefixes
        .flatMap(
            prefix ->
                IntStream.rangeClosed(0, prefix.length()).mapToObj(end -> prefix.substring(0, end)))
        .distinct();
  }

  private static Query terms(String field, Stream<String> values) {
    return Query.of(
        q ->
            q.terms(
                terms ->
                    terms
                        .field(field)
                        .terms(list -> list.value(values.map(FieldValue::of).toList()))));
  }
}
