package org.fundwatch.alertapi.view;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.fundwatch.alertapi.alert.AlertOrder;
import org.fundwatch.alertapi.alert.AlertQuery;
import org.fundwatch.alertapi.privacy.Impersonal;
import org.fundwatch.alertapi.register.Audience;
import org.fundwatch.alertapi.register.Listed;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A saved list of alerts. Whoever opens it sees of it what lies in their own regions.
 *
 * @param name for people
 * @param query its filters
 * @param sort its order
 * @param ascending true from the least to the most
 * @param sharedWithRole all of this role may open it, null for nobody
 * @param sharedWithRegion all who work in this administrative division or below it may open it,
 *     null for nobody, empty for everybody
 */
record View(
    @NotBlank @Size(max = 100) @Impersonal String name,
    @NotNull @Valid AlertQuery query,
    @NotNull AlertOrder sort,
    boolean ascending,
    @Nullable Role sharedWithRole,
    @Pattern(regexp = "\\d{0,6}", message = "at most six digits") @Nullable String sharedWithRegion)
    implements Listed {

  View masked() {
    return new View(name, query.masked(), sort, ascending, sharedWithRole, sharedWithRegion);
  }

  @Override
  public String region() {
    return "";
  }

  @Override
  public List<String> audience() {
    return Stream.concat(
            Stream.ofNullable(sharedWithRole).map(Audience::role),
            Stream.ofNullable(sharedWithRegion).map(Audience::region))
        .toList();
  }
}
