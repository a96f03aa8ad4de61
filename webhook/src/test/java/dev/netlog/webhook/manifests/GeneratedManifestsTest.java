package dev.netlog.webhook.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The manifests that are shipped name the kinds and keys of the platforms. With
/// `-Dgolden.update=true` they are written.
class GeneratedManifestsTest {
  private static final Path MANIFESTS = Path.of("..", "manifests");

  private final GeneratedManifests generated = new GeneratedManifests(RuleCatalog.standard());

  @Test
  void theValidatingConfigurationIsWhatThePlatformsContribute() throws IOException {
    check("base/validating.yaml", generated.validating());
  }

  @Test
  void theMutatingConfigurationIsWhatThePlatformsContribute() throws IOException {
    check("base/mutating.yaml", generated.mutating());
  }

  @Test
  void theRightsOfTheInventoryAreWhatThePlatformsContribute() throws IOException {
    check("components/inventory/rbac.yaml", generated.inventoryRights());
  }

  private static void check(String name, String text) throws IOException {
    Path file = MANIFESTS.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file))
        .as(name + " is generated; run mvn verify -Dgolden.update=true and read the diff")
        .isEqualTo(text);
  }
}
