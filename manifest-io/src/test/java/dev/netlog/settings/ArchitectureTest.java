package dev.netlog.settings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Holds what the settings must not know.
@AnalyzeClasses(
    packages = "dev.netlog.settings",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String SCHEMA = "dev\\.netlog\\.settings\\.(\\w*Schema\\w*)(\\$.*)?";

  @ArchTest
  static void theClassesAreSeen(JavaClasses classes) {
    assertThat(classes.contain(Settings.class)).isTrue();
    assertThat(classes.contain(SettingsSchema.class)).isTrue();
  }

  @ArchTest
  static final ArchRule nothingButTheEngineAndTheSchemaLibrary =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.netlog.settings",
              "dev.netlog.catalog",
              "dev.netlog.platform",
              "dev.netlog.model",
              "dev.netlog.inventory",
              "dev.netlog.network",
              "dev.netlog.rule",
              "dev.netlog.run",
              "org.jspecify.annotations..",
              "com.networknt..",
              "tools.jackson..",
              "java..");

  @ArchTest
  static final ArchRule onlyTheSchemaClassesKnowTheSchemaLibrary =
      noClasses()
          .that()
          .haveNameNotMatching(SCHEMA)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.networknt..", "tools.jackson..");

  @ArchTest
  static final ArchRule onlyTheReaderAsksTheSchema =
      noClasses()
          .that()
          .haveNameNotMatching(SCHEMA)
          .and()
          .doNotHaveFullyQualifiedName("dev.netlog.settings.SettingsReader")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(SCHEMA);

  @ArchTest
  static final ArchRule noFileNoConnectionNoClock =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..", "java.net..", "java.time..", "java.util.logging..");
}
