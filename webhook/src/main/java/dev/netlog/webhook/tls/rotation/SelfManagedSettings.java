package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.TlsStartException;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;

/// The Service to create certificates for, and their lifetimes.
///
/// @param service the name of the Service that API servers call
/// @param namespace the namespace of the Service
public record SelfManagedSettings(String service, String namespace, Lifetimes lifetimes) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");

  /// The settings, if both names are valid in Kubernetes.
  public static SelfManagedSettings of(String service, String namespace, Lifetimes lifetimes)
      throws TlsStartException {
    check("--service", service);
    check("--namespace", namespace);
    return new SelfManagedSettings(service, namespace, lifetimes);
  }

  /// The names by which API servers call the Service, and the short names that work inside the
  /// cluster.
  List<GeneralName> names() {
    String qualified = service + "." + namespace + ".svc";
    return List.of(
        new GeneralName(GeneralName.dNSName, qualified),
        new GeneralName(GeneralName.dNSName, qualified + ".cluster.local"),
        new GeneralName(GeneralName.dNSName, service + "." + namespace),
        new GeneralName(GeneralName.dNSName, service));
  }

  private static void check(String option, String name) throws TlsStartException {
    if (!LABEL.matcher(name).matches()) {
      throw new TlsStartException(
          option
              + " \""
              + FileWords.printable(name)
              + "\" is not a valid name in Kubernetes; use lower case letters, digits and -, at most 63");
    }
  }
}
