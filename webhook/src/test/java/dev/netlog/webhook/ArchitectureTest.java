package dev.netlog.webhook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Holds what the packages of the webhook say they must not know.
@AnalyzeClasses(
    packages = "dev.netlog.webhook",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ADMISSION = "dev.netlog.webhook.admission..";
  private static final String HTTP = "dev.netlog.webhook.http..";
  private static final String TLS = "dev.netlog.webhook.tls..";
  private static final String AUTHORITY = "dev.netlog.webhook.tls.authority..";
  private static final String FILES = "dev.netlog.webhook.tls.files..";
  private static final String ROTATION = "dev.netlog.webhook.tls.rotation..";
  private static final String CLUSTER = "dev.netlog.webhook.cluster..";
  private static final String COMMAND = "dev.netlog.webhook.command..";

  @ArchTest
  static void allPackagesAreSeen(JavaClasses classes) {
    for (String name :
        new String[] {
          "admission.AdmissionHandler",
          "http.AdmissionServer",
          "tls.ServingCertificates",
          "tls.authority.Authority",
          "tls.files.FileCertificates",
          "tls.rotation.Rotation",
          "cluster.ClusterConnection",
          "command.WebhookCommand"
        }) {
      assertThat(classes.contain("dev.netlog.webhook." + name)).as(name).isTrue();
    }
  }

  @ArchTest
  static final ArchRule admissionIsPure =
      noClasses()
          .that()
          .resideInAPackage(ADMISSION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              HTTP,
              TLS,
              CLUSTER,
              COMMAND,
              "java.net..",
              "java.nio.file..",
              "java.time..",
              "java.util.concurrent..",
              "jakarta..",
              "io..",
              "org.eclipse..",
              "org.bouncycastle..");

  @ArchTest
  static final ArchRule onlyHttpKnowsTheServer =
      noClasses()
          .that()
          .resideOutsideOfPackage(HTTP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.javalin..",
              "io.prometheus..",
              "jakarta..",
              "kotlin..",
              "org.eclipse..",
              "com.sun.net..");

  @ArchTest
  static final ArchRule onlyTlsKnowsBouncyCastle =
      noClasses()
          .that()
          .resideOutsideOfPackage(TLS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule onlyClusterKnowsTheKubernetesClient =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLUSTER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");

  @ArchTest
  static final ArchRule onlyCommandKnowsPicocli =
      noClasses()
          .that()
          .resideOutsideOfPackage(COMMAND)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule onlyAdmissionAndClusterReadJson =
      noClasses()
          .that()
          .resideOutsideOfPackages(ADMISSION, CLUSTER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule httpKnowsNoRules =
      noClasses()
          .that()
          .resideInAPackage(HTTP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              CLUSTER,
              COMMAND,
              "dev.netlog.rule..",
              "dev.netlog.run..",
              "dev.netlog.catalog..",
              "dev.netlog.settings..");

  @ArchTest
  static final ArchRule tlsKnowsNoServerAndNoReviews =
      noClasses()
          .that()
          .resideInAPackage(TLS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADMISSION, HTTP, CLUSTER, COMMAND);

  @ArchTest
  static final ArchRule commonTypesOfTlsKnowNoSourceOfCertificates =
      noClasses()
          .that()
          .resideInAPackage("dev.netlog.webhook.tls")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(AUTHORITY, FILES, ROTATION);

  @ArchTest
  static final ArchRule authoritiesKnowNoFilesAndNoRotation =
      noClasses()
          .that()
          .resideInAPackage(AUTHORITY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FILES, ROTATION);

  @ArchTest
  static final ArchRule filesKnowNoOtherSourceOfCertificates =
      noClasses()
          .that()
          .resideInAPackage(FILES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(AUTHORITY, ROTATION);

  @ArchTest
  static final ArchRule rotationKnowsNoFiles =
      noClasses()
          .that()
          .resideInAPackage(ROTATION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FILES);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.netlog.webhook.(**)").should().beFreeOfCycles();

  @ArchTest
  static void packagesHoldAtMost25Classes(JavaClasses classes) {
    classes.stream()
        .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
        .collect(groupingBy(JavaClass::getPackageName, counting()))
        .forEach((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
  }

  @ArchTest
  static final ArchRule clusterKnowsNoServerAndNoReviews =
      noClasses()
          .that()
          .resideInAPackage(CLUSTER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADMISSION, HTTP, COMMAND);

  /// Neither edge knows the other.
  @ArchTest
  static final ArchRule theLinterIsNotKnown =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.netlog.cli..");

  /// The settings file and the way to write hostile text; objects come in reviews, not in files.
  @ArchTest
  static final ArchRule noManifestsAreRead =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "dev\\.netlog\\.io\\.(?!config\\.Config|text\\.|json\\.|yaml\\.DeepThreads).*");

  @ArchTest
  static final ArchRule nobodyNamesConcretePlatforms =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.netlog.platform.*..");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.netlog.webhook.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);
}
