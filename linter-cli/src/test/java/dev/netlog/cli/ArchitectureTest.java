package dev.netlog.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Holds what the packages of the linter say they must not know.
@AnalyzeClasses(packages = "dev.netlog.cli", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String COMMAND = "dev.netlog.cli.command..";
  private static final String CONFIG = "dev.netlog.io.config..";
  private static final String INPUT = "dev.netlog.cli.input..";
  private static final String LINT = "dev.netlog.cli.lint..";
  private static final String REPORT = "dev.netlog.cli.report..";

  @ArchTest
  static void allPackagesAreSeen(JavaClasses classes) {
    for (String name :
        new String[] {
          "command.CommandTree",
          "coverage.CoverageService",
          "input.InputReader",
          "lint.LintService",
          "report.Report"
        }) {
      assertThat(classes.contain("dev.netlog.cli." + name)).as(name).isTrue();
    }
  }

  @ArchTest
  static final ArchRule onlyCommandKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage(COMMAND)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyManifestIoKnowsTheFormatsOfFiles =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.yaml..", "org.eclipse..");

  @ArchTest
  static final ArchRule settingsComeFromTheirFileOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.netlog\\.settings\\.SettingsRead.*");

  @ArchTest
  static final ArchRule nobodyLogs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "java.util.logging..");

  @ArchTest
  static final ArchRule reportKnowsNoOtherPackageOfTheLinter =
      noClasses()
          .that()
          .resideInAPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              COMMAND,
              INPUT,
              LINT,
              "dev.netlog.cli.coverage..",
              CONFIG,
              "dev.netlog.io.yaml..",
              "dev.netlog.io.git..");

  @ArchTest
  static final ArchRule nobodyKnowsTheSchemaLibrary =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.networknt..", "tools.jackson..");

  @ArchTest
  static final ArchRule inputKnowsNoRunAndNoReport =
      noClasses()
          .that()
          .resideInAPackage(INPUT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, LINT, "dev.netlog.cli.coverage..", REPORT, CONFIG);

  @ArchTest
  static final ArchRule lintKnowsNoCommand =
      noClasses()
          .that()
          .resideInAPackage(LINT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMAND, CONFIG);

  @ArchTest
  static final ArchRule lintAndCommandKnowNoNodes =
      noClasses()
          .that()
          .resideInAnyPackage(INPUT, LINT, COMMAND)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "dev\\.netlog\\.io\\.yaml\\.(syntax\\.)?(Node|Part|Scalars|Entries)(\\$.*)?");

  @ArchTest
  static final ArchRule onlyTheCatalogueNamesPlatforms =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.netlog.platform.*..")
                  .and(not(resideInAPackage("dev.netlog.platform.text"))));

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.netlog.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class);
}
