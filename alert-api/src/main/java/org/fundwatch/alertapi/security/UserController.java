package org.fundwatch.alertapi.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fundwatch.alertapi.privacy.Mask;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.Revision;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.Grants.Book;
import org.fundwatch.alertapi.security.Grants.Granted;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "users", description = "Who one is, and regions lent to a flying team")
class UserController {
  private final GrantService grants;

  UserController(GrantService grants) {
    this.grants = grants;
  }

  /** Who asks: codes of regions, {@code *} for the nation. */
  record Me(String name, List<Role> roles, String regions, List<Grant> grants) {}

  /** What is lent: a region as an administrative division code, {@code *} for the nation. */
  record Lending(
      @NotBlank
          @Pattern(
              regexp = "(\\d{2}){1,3}|\\*",
              message = "two, four or six digits of an administrative division, or *")
          String region,
      @NotNull Long until,
      @NotBlank @Size(max = 2000) String reason) {}

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  @GetMapping("/me")
  @AllowedTo({
    Role.INSPECTOR,
    Role.LEAD,
    Role.LEGAL_REVIEWER,
    Role.HOTLINE,
    Role.CUSTODIAN,
    Role.RULE_AUTHOR,
    Role.RULE_APPROVER,
    Role.AUDITOR,
    Role.ADMIN
  })
  @Operation(summary = "Who one is, and what one may see")
  Me me(Caller caller) {
    return new Me(
        caller.name(),
        caller.roles().stream().sorted().toList(),
        caller.regions().toString(),
        caller.grants());
  }

  @GetMapping("/users/{name}/grants")
  @AllowedTo({Role.LEAD, Role.ADMIN})
  @Operation(summary = "Regions lent to a user, also those that are over")
  ResponseEntity<List<Grant>> list(@PathVariable String name, Caller caller) {
    return answer(grants.of(name, caller));
  }

  @PostMapping("/users/{name}/grants")
  @AllowedTo({Role.LEAD, Role.ADMIN})
  @Operation(summary = "Lend a region until a moment; repeat safely with the same Idempotency-Key")
  ResponseEntity<List<Grant>> grant(
      @PathVariable String name,
      @Valid @RequestBody Lending lending,
      @Once IdempotencyKey key,
      Caller caller) {
    var region = Regions.parse(List.of(lending.region())).prefixes().iterator().next();
    grants.grant(name, new Granted(region, lending.until(), lending.reason()), key, caller);
    var book = grants.of(name, caller);
    return ResponseEntity.created(URI.create("/api/v1/users/" + name + "/grants"))
        .eTag(Revision.tag(book.revision()))
        .body(shown(book));
  }

  @PostMapping("/users/{name}/grants/{number}/end")
  @AllowedTo({Role.LEAD, Role.ADMIN})
  @Operation(summary = "End a grant before its time")
  ResponseEntity<List<Grant>> end(
      @PathVariable String name,
      @PathVariable int number,
      @Seen int seen,
      @Valid @RequestBody Reason reason,
      Caller caller) {
    grants.end(name, number, seen, reason.reason(), caller);
    return answer(grants.of(name, caller));
  }

  private static ResponseEntity<List<Grant>> answer(Book book) {
    return ResponseEntity.ok().eTag(Revision.tag(book.revision())).body(shown(book));
  }

  private static List<Grant> shown(Book book) {
    return book.all().stream().map(Mask::all).toList();
  }
}
