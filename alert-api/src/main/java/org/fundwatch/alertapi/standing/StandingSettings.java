package org.fundwatch.alertapi.standing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where an installation's own tables of points, credit, fund grades and risk are.
 *
 * @param folder see docs/profiles.md; null for none
 */
@ConfigurationProperties("fundwatch.standing")
public record StandingSettings(@Nullable Path folder) {}
