package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.authority.AuthorityName;
import dev.netlog.webhook.tls.authority.BundleText;
import dev.netlog.webhook.tls.authority.Issuer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The bundles of one webhook configuration as they were read.
///
/// @param everywhere the ids of the certificates that are in each bundle of the configuration
/// @param ours the authorities of our making that are in any bundle of it
record BundleView(BundleReading.Present read, Set<String> everywhere, Set<Issuer> ours) {

  /// @param read with one webhook at least
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

  /// The bundles with some certificates more, where they are missing, and without some.
  ///
  /// @param more PEM by id
  List<String> with(Map<String, String> more, Set<String> without) {
    return texts(read).stream().map(text -> text.with(more, without)).toList();
  }

  private static List<BundleText> texts(BundleReading.Present read) {
    return read.bundles().stream().map(BundleText::parse).toList();
  }
}
