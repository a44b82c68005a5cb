package org.fundwatch.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.fundwatch", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_ONLY_THE_SERVERS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..", "org.springframework..", "org.fundwatch.domain..");

  @ArchTest
  static final ArchRule PRODUCT_DOES_NOT_KNOW_JUNIT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit..", "org.fundwatch.embedded.junit..");
}
