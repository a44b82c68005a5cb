package org.fundwatch.alertapi.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where files of cases are kept.
 *
 * @param folder null for nowhere: files are refused then
 */
@ConfigurationProperties("fundwatch.evidence")
record EvidenceSettings(@Nullable Path folder) {}
