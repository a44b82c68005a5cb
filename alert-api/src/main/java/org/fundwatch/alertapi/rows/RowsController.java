package org.fundwatch.alertapi.rows;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.fundwatch.alertapi.security.AllowedTo;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.alertapi.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alerts/{id}/rows")
@Tag(name = "alerts", description = "Alerts that rules and models raised")
@AllowedTo({Role.INSPECTOR, Role.LEAD, Role.LEGAL_REVIEWER, Role.HOTLINE})
class RowsController {
  private final AlertRows rows;

  RowsController(AlertRows rows) {
    this.rows = rows;
  }

  @GetMapping
  @Operation(
      summary =
          "A page of the settlements that an alert's findings point at, with fee lines, masked")
  RowPage rowsOfAlert(
      @PathVariable String id,
      @RequestParam(defaultValue = "20") @Min(1) @Max(50) int size,
      @Parameter(description = "nextCursor of the page before") @RequestParam(required = false)
          @Nullable String cursor,
      Caller caller) {
    return rows.masked(id, size, cursor, caller);
  }
}
