package dev.netlog.platform;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.ovn.OvnPlatform;
import java.util.List;

/// The platforms of this release, and one of the tests.
public final class TestCatalog {
  public static final RuleCatalog CATALOG =
      RuleCatalog.of(
          List.of(
              new GkePlatform(), new OvnPlatform(), new dev.netlog.platform.acme.AcmePlatform()));

  private TestCatalog() {}
}
