package dev.netlog.platform.gke.networklogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Lint;
import dev.netlog.run.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What a fix of a NetworkLogging promises.
final class NetworkLoggingFixProperties {

  @Property(tries = 1000)
  void aFixSilencesItsFindingAndAddsNoDefect(@ForAll("objects") Value object) {
    Resource subject = Json.resource(object);
    List<Finding> before = Lint.of(subject, ManifestInventory.of(List.of(subject), Set.of("gke")));
    Set<String> known = defects(before);
    for (Finding finding : before) {
      var fix = finding.violation().fix();
      if (fix != null && !fix.edits().isEmpty()) {
        Set<String> left = defects(Lint.after(finding));
        assertThat(left).doesNotContain(defect(finding)).isSubsetOf(known);
      }
    }
  }

  @Provide
  Arbitrary<Value> objects() {
    return NetworkLoggingObjects.any();
  }

  /// All but the hint that a correct object logs nothing, which shows once the defects are gone.
  private static Set<String> defects(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !finding.rule().id().equals("gke-networklogging-off"))
        .map(NetworkLoggingFixProperties::defect)
        .collect(Collectors.toSet());
  }

  private static String defect(Finding finding) {
    return finding.rule().id() + " " + finding.violation().place().pointer();
  }
}
