package org.fundwatch.alertapi.audit;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.fundwatch.alertapi.journal.Kind;
import org.jspecify.annotations.Nullable;

/** What to look for; empty and absent filters let everything through. */
public record AuditQuery(
    @Parameter(description = "User name") @Size(max = 100) @Nullable String by,
    @Parameter(description = "What it happened to") @Nullable Kind kind,
    @Parameter(description = "Id of what it happened to") @Size(max = 200) @Nullable String stream,
    @Parameter(description = "What was done, such as REVEALED") @Size(max = 20)
        @Nullable List<String> type,
    @Parameter(description = "This moment or later, epoch milliseconds") @Nullable Long from,
    @Parameter(description = "Before this moment, epoch milliseconds") @Nullable Long to) {}
