package org.fundwatch.alertapi.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.fundwatch.alertapi.problem.FieldFault;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/journal")
@Tag(name = "journal", description = "What people did, and the proof that nobody changed it")
@AllowedTo({Role.AUDITOR, Role.ADMIN})
class JournalController {
  private final JournalVerifier verifier;

  JournalController(JournalVerifier verifier) {
    this.verifier = verifier;
  }

  @GetMapping("/verify")
  @Operation(
      summary = "Check streams for any change, removal, reorder or truncation; reads their topics")
  Verdict verify(
      @Parameter(description = "All streams of a kind; all kinds when neither is given")
          @RequestParam(required = false)
          @Nullable Kind kind,
      @Parameter(description = "One stream, such as CASE/C2026-000001")
          @RequestParam(required = false)
          @Nullable String stream) {
    if (stream != null) {
      var only = StreamId.parse(stream).orElseThrow(() -> unknown(stream));
      return verifier.verify(List.of(only.kind()), only.id());
    }
    return verifier.verify(kind == null ? EnumSet.allOf(Kind.class) : EnumSet.of(kind), null);
  }

  private static ProblemException unknown(String stream) {
    var kinds = Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", "));
    return ProblemException.badInput(
        List.of(new FieldFault("stream", stream, "KIND/id, the kind one of " + kinds)));
  }
}
