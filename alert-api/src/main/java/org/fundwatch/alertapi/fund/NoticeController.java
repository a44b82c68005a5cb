package org.fundwatch.alertapi.fund;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fundwatch.alertapi.fund.Notice.Act;
import org.fundwatch.alertapi.problem.Seen;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices", description = "Warning notices (预警) of fund spending by region")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.AUDITOR})
class NoticeController {
  private final FundDesk desk;
  private final FundLists lists;

  NoticeController(FundDesk desk, FundLists lists) {
    this.desk = desk;
    this.lists = lists;
  }

  /** What there is to say. */
  record NoticeWords(@NotBlank @Size(max = 2000) String text) {}

  @GetMapping
  @Operation(summary = "A page of notices, the last raised first")
  FundLists.PageOf<Notice> list(
      @RequestParam(required = false) @Pattern(regexp = "\\d{0,6}", message = "at most six digits")
          @Nullable String region,
      @RequestParam(required = false) @Size(max = 10) @Nullable List<Notice.@NotNull State> state,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    return lists.notices(region, state, size, cursor, caller);
  }

  @GetMapping("/{id}")
  @Operation(summary = "A notice with its formula, figures, threshold, and what people did")
  ResponseEntity<Notice> detail(@PathVariable String id, Caller caller) {
    return answer(desk.notice(id, caller));
  }

  @PostMapping("/{id}/acknowledgement")
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(summary = "Say that it was seen, and who looks into it")
  ResponseEntity<Notice> acknowledge(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody NoticeWords words,
      Caller caller) {
    return answer(desk.handle(id, seen, Act.ACKNOWLEDGE, words.text(), caller));
  }

  @PostMapping("/{id}/answer")
  @AllowedTo({Role.INSPECTOR, Role.LEAD})
  @Operation(summary = "Say what was found and what is done")
  ResponseEntity<Notice> answer(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody NoticeWords words,
      Caller caller) {
    return answer(desk.handle(id, seen, Act.ANSWER, words.text(), caller));
  }

  @PostMapping("/{id}/closing")
  @AllowedTo(Role.LEAD)
  @Operation(summary = "Close it, by somebody else than who has answered")
  ResponseEntity<Notice> close(
      @PathVariable String id,
      @Seen int seen,
      @Valid @RequestBody NoticeWords words,
      Caller caller) {
    return answer(desk.handle(id, seen, Act.CLOSE, words.text(), caller));
  }

  private static ResponseEntity<Notice> answer(Notice notice) {
    return ResponseEntity.ok().eTag(notice.tag()).body(notice);
  }
}
