package org.fundwatch.embedded.junit;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A name of its own for each test class, so that classes share a server without meeting in it. */
final class ClassPrefix {
  private static final Namespace NAMESPACE = Namespace.create(ClassPrefix.class);

  private @Nullable String value;

  /** Letters, digits and hyphens only, lower case: allowed in names of topics and of indices. */
  void enter(ExtensionContext context) {
    var counter =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("counter", key -> new AtomicInteger(), AtomicInteger.class);
    var name = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
    value = name.replaceAll("[^a-z0-9]", "") + "-" + counter.incrementAndGet() + "-";
  }

  String value() {
    if (value == null) {
      throw new IllegalStateException(
          "extension: not started yet; use it in test methods, @BeforeAll or @BeforeEach, as a static @RegisterExtension field");
    }
    return value;
  }
}
