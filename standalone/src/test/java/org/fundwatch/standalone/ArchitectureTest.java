package org.fundwatch.standalone;

import java.util.stream.Stream;
import org.fundwatch.domain.testing.Boundaries;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> boundaries() {
    return Boundaries.of(
            "standalone",
            "domain",
            "simulation",
            "rules",
            "models",
            "streaming",
            "alertapi",
            "embedded",
            "notebooks")
        .tests();
  }
}
