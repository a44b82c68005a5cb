package org.fundwatch.alertapi.cases;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where an installation's own durations, thresholds and working days are.
 *
 * @param folder see docs/cases.md; null for none
 */
@ConfigurationProperties("fundwatch.procedure")
record ProcedureSettings(@Nullable Path folder) {}
