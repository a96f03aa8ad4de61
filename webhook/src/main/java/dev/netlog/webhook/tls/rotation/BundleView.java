package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.authority.AuthorityName;
import dev.netlog.webhook.tls.authority.BundleText;
import dev.netlog.webhook.tls.authority.Issuer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parsed bundles of one webhook configuration.
///
/// @param everywhere the ids of the certificates that are in each bundle of the configuration
/// @param ours our authorities that are in any of its bundles
record BundleView(BundleReading.Present read, Set<String> everywhere, Set<Issuer> ours) {

  /// @param read with at least one webhook
  static BundleView of(BundleReading.Present read, AuthorityName name) {
    List<BundleText> texts = texts(read);
    Set<String> everywhere = new LinkedHashSet<>(texts.getFirst().ids());
    Set<Issuer> ours = new LinkedHashSet<>();
    for (BundleText each : texts) {
      everywhere.retainAll(each.ids());
      ours.addAll(each.of(name));
    }
    return new BundleView(read, everywhere, ours);
  }

  /// The bundles with some certificates added where they are missing, and others removed.
  ///
  /// @param more PEM by id
  List<String> with(Map<String, String> more, Set<String> without) {
    return texts(read).stream().map(text -> text.with(more, without)).toList();
  }

  private static List<BundleText> texts(BundleReading.Present read) {
    return read.bundles().stream().map(BundleText::parse).toList();
  }
}
