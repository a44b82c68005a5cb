package org.fundwatch.alertapi.standing;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.fundwatch.alertapi.audit.AuditLog;
import org.fundwatch.alertapi.problem.IdempotencyKey;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.fundwatch.alertapi.standing.MarkStep.MarkWords;
import org.fundwatch.alertapi.standing.MarkStep.Party;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is the same for all kinds of marks. Lists mask whom a mark is against when that is a doctor;
 * a mark by its id shows it, and that is written down.
 *
 * @param <T> what the marks are about
 */
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
public abstract class MarkController<T extends Marked> {
  private static final String LOOK = "记分、信用记录查阅";

  private final String path;
  private final Marks<T> marks;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * @param path of the marks, such as {@code /api/v1/points}
   */
  protected MarkController(String path, Marks<T> marks, AuditLog audit, Clock clock) {
    this.path = path;
    this.marks = marks;
    this.audit = audit;
    this.clock = clock;
  }

  /** A mark, and until when its holder may object; null when there is no such day. */
  public record MarkDetail<T extends Marked>(Mark<T> mark, @Nullable LocalDate objectionUntil) {}

  /** An answer to what somebody put forward. */
  public record MarkDecision(@NotNull Boolean granted, @NotBlank @Size(max = 2000) String reason) {}

  /** Somebody objects. */
  public record MarkObjection(
      @NotNull Party party,
      @NotBlank @Size(max = 2000) String text,
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) String> evidence) {}

  /** Somebody asks for a repair of so much, and shows what was put right. */
  public record MarkRepair(
      @NotNull @Min(1) @Max(1000) Integer amount,
      @NotBlank @Size(max = 2000) String text,
      @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 200) String> evidence) {}

  /** The same with what people typed masked, and whom it is against when that is a doctor. */
  protected abstract T masked(T content);

  /** Today in China. */
  protected final LocalDate today() {
    return Days.today(clock);
  }

  /**
   * Answers a proposal.
   *
   * @param content the mark that the request comes to
   */
  protected final ResponseEntity<MarkDetail<T>> propose(
      IdempotencyKey key, Object request, Supplier<T> content, Caller caller) {
    var mark = marks.propose(key, request, content, caller);
    return ResponseEntity.created(URI.create(path + "/" + mark.id()))
        .eTag(mark.tag())
        .body(detail(mark));
  }

  @GetMapping
  @Operation(summary = "A page of them, the last changed first; doctors masked")
  public MarkPage<T> list(
      @Valid @ParameterObject @ModelAttribute MarkFilter filter,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return marks.list(filter, size, cursor, caller).map(this::masked);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One, whole; a look at a doctor's is written down")
  public ResponseEntity<MarkDetail<T>> detail(@PathVariable String id, Caller caller) {
    var mark = marks.find(id, caller);
    if (mark.content().holder().kind() == Holder.Kind.DOCTOR) {
      audit.revealed(caller, "mark/" + id, mark.content().region(), LOOK);
    }
    return answer(mark);
  }

  @PostMapping("/{id}/decision")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Approve it or not; by somebody else than who has proposed it")
  public ResponseEntity<MarkDetail<T>> decide(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody MarkDecision body,
      Caller caller) {
    return act(id, seen, body.granted() ? Act.APPROVE : Act.REFUSE, body, caller);
  }

  @PostMapping("/{id}/objection")
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(summary = "Record an objection (申诉) of the holder, or of the office itself")
  public ResponseEntity<MarkDetail<T>> object(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody MarkObjection body,
      Caller caller) {
    var said = new MarkWords(body.party(), body.text(), body.evidence(), 0);
    return answer(marks.act(id, seen, Act.OBJECT, said, today(), caller));
  }

  @PostMapping("/{id}/objection/decision")
  @AllowedTo({Role.LEAD, Role.LEGAL_REVIEWER})
  @Operation(summary = "Withdraw it after an objection or let it stand; by somebody not involved")
  public ResponseEntity<MarkDetail<T>> decideObjection(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody MarkDecision body,
      Caller caller) {
    return act(
        id, seen, body.granted() ? Act.ACCEPT_OBJECTION : Act.REJECT_OBJECTION, body, caller);
  }

  @PostMapping("/{id}/repair")
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(summary = "Record an application for repair (修复) with what shows that it is right now")
  public ResponseEntity<MarkDetail<T>> askRepair(
      @PathVariable String id, @Seen int seen, @Valid @RequestBody MarkRepair body, Caller caller) {
    var said = new MarkWords(Party.HOLDER, body.text(), body.evidence(), body.amount());
    return answer(marks.act(id, seen, Act.ASK_REPAIR, said, today(), caller));
  }

  @PostMapping("/{id}/repair/decision")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Grant a repair or not; by somebody else than who has recorded it")
  public ResponseEntity<MarkDetail<T>> decideRepair(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody MarkDecision body,
      Caller caller) {
    return act(id, seen, body.granted() ? Act.GRANT_REPAIR : Act.DENY_REPAIR, body, caller);
  }

  private ResponseEntity<MarkDetail<T>> act(
      String id, int seen, Act act, MarkDecision body, Caller caller) {
    return answer(marks.act(id, seen, act, MarkWords.reason(body.reason()), today(), caller));
  }

  private ResponseEntity<MarkDetail<T>> answer(Mark<T> mark) {
    return ResponseEntity.ok().eTag(mark.tag()).body(detail(mark));
  }

  private MarkDetail<T> detail(Mark<T> mark) {
    var content = mark.content();
    var shown = content.holder().kind() == Holder.Kind.DOCTOR ? content : masked(content);
    return new MarkDetail<>(mark.with(shown), marks.objectionUntil(mark));
  }
}
