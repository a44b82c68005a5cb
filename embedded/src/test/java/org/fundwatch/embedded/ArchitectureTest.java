package org.fundwatch.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.fundwatch.domain.testing.Boundaries;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@AnalyzeClasses(packages = "org.fundwatch.embedded", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule PRODUCT_DOES_NOT_KNOW_JUNIT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.fundwatch.embedded.junit..");

  @TestFactory
  Stream<DynamicTest> boundaries() {
    return Boundaries.of("embedded").withoutFlink().withoutSpring().tests();
  }
}
