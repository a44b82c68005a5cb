package org.fundwatch.alertapi.draw;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fundwatch.alertapi.draw.DrawFile.Preparation;
import org.fundwatch.alertapi.draw.DrawFile.Seeding;
import org.fundwatch.alertapi.privacy.Impersonal;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Once;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/draws")
@Tag(name = "draws", description = "Inspections by double draw (双随机), repeatable by anyone")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.AUDITOR})
class DrawController {
  private final DrawService draws;
  private final DrawProposals proposals;

  DrawController(DrawService draws, DrawProposals proposals) {
    this.draws = draws;
    this.proposals = proposals;
  }

  /** What is to be drawn. */
  record Request(
      @NotBlank @Size(max = 200) @Impersonal String title,
      @NotNull @Pattern(regexp = "(\\d{2}){1,3}", message = "two, four or six digits")
          String region,
      @NotEmpty @Size(max = 5000) List<@Valid @NotNull Candidate> targets,
      @NotEmpty @Size(max = 1000) List<@Valid @NotNull Inspector> officers,
      @NotNull Integer institutions,
      @NotNull Integer officersEach) {

    Preparation preparation() {
      return new Preparation(
          title,
          region,
          new DrawPlan(
              targets.stream().map(t -> new DrawPlan.Target(t.code(), t.weight())).toList(),
              officers.stream().map(o -> new DrawPlan.Officer(o.name(), o.conflicts())).toList(),
              institutions,
              officersEach));
    }
  }

  /** An institution that may be drawn. */
  record Candidate(@NotNull String code, @NotNull Long weight) {}

  /** An officer who may be sent, and the institutions that he stays away from. */
  record Inspector(
      @NotNull String name, @NotNull @Size(max = 1000) List<@NotNull String> conflicts) {}

  /** A seed that nobody knew when the plan was fixed, and where it was published. */
  record Seed(@NotBlank @Size(max = 500) String seed, @NotBlank @Size(max = 500) String source) {}

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** A page of draws; {@code nextCursor} is absent on the last. */
  record DrawPage(List<DrawFile> items, @Nullable String nextCursor) {}

  @PostMapping
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Fix what is drawn from; repeat safely with the same Idempotency-Key")
  ResponseEntity<DrawFile> prepare(
      @Valid @RequestBody Request request, @Once IdempotencyKey key, Caller caller) {
    var file = draws.prepare(request.preparation(), caller, key);
    return ResponseEntity.created(URI.create("/api/v1/draws/" + file.id()))
        .eTag(file.tag())
        .body(file);
  }

  @GetMapping
  @Operation(summary = "A page of draws, the last changed first")
  DrawPage list(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    var page = draws.list(caller, size, cursor);
    return new DrawPage(page.items(), page.nextCursor());
  }

  @GetMapping("/proposal")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Institutions of a region with weights from their open alerts")
  List<DrawProposals.Proposed> proposal(
      @RequestParam @Pattern(regexp = "(\\d{2}){1,3}", message = "two, four or six digits")
          String region,
      Caller caller) {
    return proposals.of(region, caller);
  }

  @GetMapping("/{id}")
  @Operation(summary = "A draw with its plan, seed and teams")
  ResponseEntity<DrawFile> detail(@PathVariable String id, Caller caller) {
    return answer(draws.find(id, caller));
  }

  @GetMapping(path = "/{id}/plan", produces = MediaType.TEXT_PLAIN_VALUE)
  @Operation(summary = "The plan as the text that is fingerprinted, to draw again without us")
  String plan(@PathVariable String id, Caller caller) {
    return draws.find(id, caller).plan().text();
  }

  @PostMapping("/{id}/seed")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Draw, by another lead than the one who has prepared it")
  ResponseEntity<DrawFile> seed(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Seed seed, Caller caller) {
    return answer(draws.draw(id, seen, new Seeding(seed.seed(), seed.source()), caller));
  }

  @PostMapping("/{id}/cancel")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Give a draw up before it is drawn")
  ResponseEntity<DrawFile> cancel(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody Reason reason, Caller caller) {
    return answer(draws.cancel(id, seen, reason.reason(), caller));
  }

  private static ResponseEntity<DrawFile> answer(DrawFile file) {
    return ResponseEntity.ok().eTag(file.tag()).body(file);
  }
}
