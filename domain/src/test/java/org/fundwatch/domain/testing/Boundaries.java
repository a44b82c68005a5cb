package org.fundwatch.domain.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * The laws of the house as tests: what a module may use, and what no module uses.
 *
 * <p>A module's {@code ArchitectureTest} says where it lives and what it may use, and runs {@link
 * #tests}. A law is broken by changing it here with a reason, not by an exception in a module.
 */
public final class Boundaries {
  private static final String HOUSE = "org.fundwatch.";
  private static final String FLINK = "org.apache.flink..";
  private static final String SPRING = "org.springframework..";

  private final String root;
  private final List<ArchRule> rules = new ArrayList<>();

  private Boundaries(String root) {
    this.root = root;
  }

  /**
   * Laws of one module.
   *
   * @param module last part of its root package, such as {@code rules}
   * @param mayUse root packages of our own that it may use, by their last part
   */
  public static Boundaries of(String module, String... mayUse) {
    Boundaries boundaries = new Boundaries(HOUSE + module);
    boundaries.rules.add(usesOnly(module, mayUse));
    boundaries.rules.add(noWallClock());
    boundaries.rules.add(noUnseededRandom());
    boundaries.rules.add(noOldDates());
    boundaries.rules.add(noUtilLogging());
    boundaries.rules.add(nullMarkedPackages());
    return boundaries;
  }

  public Boundaries withoutFlink() {
    rules.add(noClasses().should().dependOnClassesThat().resideInAPackage(FLINK));
    return this;
  }

  public Boundaries withoutSpring() {
    rules.add(noClasses().should().dependOnClassesThat().resideInAPackage(SPRING));
    return this;
  }

  /** Flink hands a record that is not public to Kryo, whose bytes do not survive a new field. */
  public Boundaries withPublicRecords() {
    rules.add(publicRecords());
    return this;
  }

  /** One test per law, over the module's own class files. */
  public Stream<DynamicTest> tests() {
    JavaClasses main = classesOf(root, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
    JavaClasses test = classesOf(root, ImportOption.Predefined.ONLY_INCLUDE_TESTS);
    return Stream.concat(
        rules.stream().map(rule -> test(rule, main)), Stream.of(test(noJUnit4(), test)));
  }

  static ArchRule usesOnly(String module, String... mayUse) {
    String[] own =
        Stream.concat(Stream.of(module), Arrays.stream(mayUse))
            .map(name -> HOUSE + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage(HOUSE + ".").and(not(resideInAnyPackage(own))))
        .as(module + " uses no module of ours but " + Arrays.toString(mayUse));
  }

  static ArchRule noWallClock() {
    return noClasses()
        .should()
        .callMethodWhere(Clocks.read())
        .as("no class reads the wall clock")
        .because("answers depend on the facts; a java.time.Clock comes in from outside");
  }

  static ArchRule noUnseededRandom() {
    return noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .as("no class draws unseeded random numbers")
        .because("a run must be repeatable; a seeded RandomGenerator comes in from outside");
  }

  static ArchRule noOldDates() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Date.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Calendar.class)
        .as("no class uses java.util.Date or Calendar");
  }

  static ArchRule noUtilLogging() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .as("no class uses java.util.logging");
  }

  static ArchRule noJUnit4() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("junit..", "org.junit", "org.junit.runner..", "org.junit.rules..")
        .as("no test uses JUnit 4");
  }

  static ArchRule publicRecords() {
    return classes()
        .that()
        .areRecords()
        .and()
        .areTopLevelClasses()
        .should()
        .bePublic()
        .as("every record with a file of its own is public");
  }

  static ArchRule nullMarkedPackages() {
    return classes()
        .that()
        .resideOutsideOfPackage("..jmh_generated..")
        .should(
            new ArchCondition<>("live in a package with a package-info that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = type.getPackageName() + ": package-info with @NullMarked missing";
                events.add(new SimpleConditionEvent(type, marked, message));
              }
            });
  }

  static JavaClasses classesOf(String root, ImportOption which) {
    return new ClassFileImporter()
        .withImportOption(which)
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
        .importPackages(root);
  }

  private static DynamicTest test(ArchRule rule, JavaClasses classes) {
    return DynamicTest.dynamicTest(
        rule.getDescription(), () -> rule.allowEmptyShould(true).check(classes));
  }
}
