package org.fundwatch.rules;

import java.util.stream.Stream;
import org.fundwatch.domain.testing.Boundaries;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> boundaries() {
    return Boundaries.of("rules", "domain").withoutFlink().withoutSpring().tests();
  }
}
