package org.fundwatch.alertapi.rulecatalog;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The library that the job of this installation judges by.
 *
 * @param folder with {@code rules/} and {@code knowledge/}; null where it is the one of this
 *     release
 */
@ConfigurationProperties("fundwatch.rules")
record RuleSettings(@Nullable Path folder) {}
