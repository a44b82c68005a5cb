package org.fundwatch.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law is shown to reject a sample that breaks it. */
class BoundariesTest {
  private final JavaClasses samples =
      new ClassFileImporter().importPackages("org.fundwatch.domain.testing.samples");

  static Stream<Arguments> brokenLaws() {
    return Stream.of(
        Arguments.of(Boundaries.noWallClock(), "Instant.now()"),
        Arguments.of(Boundaries.noWallClock(), "System.currentTimeMillis()"),
        Arguments.of(Boundaries.noWallClock(), "LocalDate.now(java.time.ZoneId)"),
        Arguments.of(Boundaries.noUnseededRandom(), "java.util.Random.<init>()"),
        Arguments.of(Boundaries.noUnseededRandom(), "Math.random()"),
        Arguments.of(Boundaries.noUnseededRandom(), "ThreadLocalRandom.current()"),
        Arguments.of(Boundaries.noOldDates(), "java.util.Date"),
        Arguments.of(Boundaries.noOldDates(), "java.util.Calendar"),
        Arguments.of(Boundaries.noUtilLogging(), "java.util.logging.Logger"),
        Arguments.of(Boundaries.publicRecords(), "HiddenRecord"),
        Arguments.of(Boundaries.usesOnly("rules"), "org.fundwatch.domain.testing.Boundaries"),
        Arguments.of(
            Boundaries.nullMarkedPackages(),
            "org.fundwatch.domain.testing.samples: package-info with @NullMarked missing"));
  }

  @ParameterizedTest
  @MethodSource("brokenLaws")
  void law_brokenBySample_namesTheOffence(ArchRule law, String offence) {
    assertThatThrownBy(() -> law.check(samples))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(offence);
  }

  @Test
  void noWallClock_clockHandedIn_passes() {
    ArchRule law = Boundaries.noWallClock();

    assertThatThrownBy(() -> law.check(samples)).message().doesNotContain("handedIn");
  }

  @Test
  void of_anyModule_hasATestPerLaw() {
    Stream<DynamicTest> tests =
        Boundaries.of("domain").withoutFlink().withoutSpring().withPublicRecords().tests();

    assertThat(tests).hasSize(10);
  }
}
