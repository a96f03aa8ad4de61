package dev.netlog;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/// Holds the table of packages of the house style: what each knows, and what it must not know.
@AnalyzeClasses(packages = "dev.netlog", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String MODEL = "dev.netlog.model";
  private static final String JSON = "dev.netlog.json";
  private static final String INVENTORY = "dev.netlog.inventory";
  private static final String FIX = "dev.netlog.fix";
  private static final String RULE = "dev.netlog.rule";
  private static final String PLATFORM = "dev.netlog.platform";
  private static final String TEXT = "dev.netlog.platform.text";
  private static final String SHARED = "dev.netlog.platform.shared";
  private static final String COMMON = "dev.netlog.platform.common..";
  private static final String GKE = "dev.netlog.platform.gke..";
  private static final String OVN = "dev.netlog.platform.ovn..";
  private static final String RUN = "dev.netlog.run";
  private static final String CATALOG = "dev.netlog.catalog";
  private static final String NETWORK = "dev.netlog.network";
  private static final String SETS = "dev.netlog.network.sets";
  private static final String POLICY = "dev.netlog.policy";
  private static final String VALIDATION = "dev.netlog.policy.validation";
  private static final String COVERAGE = "dev.netlog.coverage";
  private static final String INPUT = "dev.netlog.coverage.input";
  private static final String POINTS = "dev.netlog.coverage.points";
  private static final String WITNESS = "dev.netlog.coverage.witness";
  private static final String COMPARE = "dev.netlog.coverage.compare";

  @ArchTest
  static void allPackagesAreSeen(JavaClasses classes) {
    for (String each :
        new String[] {
          MODEL,
          JSON,
          INVENTORY,
          FIX,
          RULE,
          PLATFORM,
          TEXT,
          SHARED,
          RUN,
          CATALOG,
          NETWORK,
          SETS,
          POLICY,
          VALIDATION,
          COVERAGE,
          INPUT,
          POINTS,
          WITNESS,
          COMPARE
        }) {
      assertThat(classes.containPackage(each)).as(each).isTrue();
    }
    for (String each : new String[] {COMMON, GKE, OVN}) {
      assertThat(classes.containPackage(each.replace("..", ""))).as(each).isTrue();
    }
  }

  /// A package of ours that knows these and no other of ours.
  private static ArchRule knowsOnly(String name, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.netlog..").and(not(resideInAnyPackage(known))));
  }

  @ArchTest static final ArchRule model = knowsOnly(MODEL, MODEL);
  @ArchTest static final ArchRule json = knowsOnly(JSON, JSON);
  @ArchTest static final ArchRule inventory = knowsOnly(INVENTORY, MODEL, INVENTORY);
  @ArchTest static final ArchRule fix = knowsOnly(FIX, MODEL, FIX);
  @ArchTest static final ArchRule rule = knowsOnly(RULE, MODEL, INVENTORY, FIX, RULE);

  @ArchTest
  static final ArchRule platform =
      knowsOnly(PLATFORM, MODEL, INVENTORY, FIX, RULE, NETWORK, SETS, POLICY, TEXT, PLATFORM);

  @ArchTest static final ArchRule text = knowsOnly(TEXT, MODEL, POLICY, TEXT);

  @ArchTest
  static final ArchRule shared =
      knowsOnly(SHARED, MODEL, INVENTORY, FIX, RULE, PLATFORM, TEXT, SHARED);

  @ArchTest static final ArchRule network = knowsOnly(NETWORK, MODEL, RULE, NETWORK);
  @ArchTest static final ArchRule sets = knowsOnly(SETS, MODEL, RULE, NETWORK, SETS);
  @ArchTest static final ArchRule policy = knowsOnly(POLICY, MODEL, RULE, NETWORK, SETS, POLICY);

  @ArchTest
  static final ArchRule validation =
      knowsOnly(VALIDATION, MODEL, RULE, NETWORK, POLICY, VALIDATION);

  /// A stage of coverage, which knows the results of earlier ones.
  private static ArchRule stage(String name, String... earlier) {
    String[] below = {
      MODEL, INVENTORY, FIX, RULE, NETWORK, SETS, POLICY, VALIDATION, PLATFORM, TEXT, name
    };
    return knowsOnly(
        name, Stream.concat(Stream.of(below), Stream.of(earlier)).toArray(String[]::new));
  }

  @ArchTest static final ArchRule input = stage(INPUT);
  @ArchTest static final ArchRule coverage = stage(COVERAGE, INPUT);
  @ArchTest static final ArchRule points = stage(POINTS, COVERAGE, INPUT);
  @ArchTest static final ArchRule witness = stage(WITNESS, COVERAGE, INPUT, POINTS);
  @ArchTest static final ArchRule compare = stage(COMPARE, COVERAGE, INPUT);

  /// A package of concrete rules, which see coverage as a view.
  private static ArchRule rulesOf(String name) {
    return stage(name, SHARED);
  }

  @ArchTest static final ArchRule common = rulesOf(COMMON);
  @ArchTest static final ArchRule gke = rulesOf(GKE);

  /// acl-logging is a JSON text.
  @ArchTest static final ArchRule ovn = stage(OVN, SHARED, JSON);

  /// Themes of a platform, and stages, stand in one order.
  @ArchTest
  static final ArchRule noCycles = slices().matching("dev.netlog.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule run = knowsOnly(RUN, MODEL, INVENTORY, FIX, RULE, PLATFORM, RUN);

  @ArchTest
  static final ArchRule onlyTheCatalogueKnowsAllPlatforms =
      noClasses()
          .that()
          .resideOutsideOfPackages(CATALOG, COMMON, GKE, OVN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(COMMON, GKE, OVN);

  @ArchTest
  static final ArchRule nothingButJavaAndJSpecify =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.netlog..",
              "org.jspecify.annotations..",
              "java.lang..",
              "java.util..",
              "java.math..",
              "java.nio.charset..",
              "java.security..",
              "java.time..");

  @ArchTest
  static final ArchRule noFileNoConnectionNoLog =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio.file..",
              "java.nio.channels..",
              "java.net..",
              "java.util.logging..",
              "java.util.zip..",
              "java.util.jar..");

  @ArchTest
  static final ArchRule noClock =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule noNow =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "java.time is asked for now",
                  call ->
                      call.getTargetOwner().getPackageName().startsWith("java.time")
                          && call.getName().equals("now")));

  @ArchTest
  static final ArchRule nobodyPrints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
