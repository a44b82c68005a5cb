package org.fundwatch.alertapi.evidence;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files of cases are kept.
 *
 * @param folder null for nowhere: files are refused then
 * @param unnamedFor how long a file stays that no case names: longer than any upload takes
 * @param sweepEvery pause between two looks for such files
 */
@ConfigurationProperties("fundwatch.evidence")
record EvidenceSettings(
    @Nullable Path folder,
    @DefaultValue("1d") Duration unnamedFor,
    @DefaultValue("1h") Duration sweepEvery) {}
