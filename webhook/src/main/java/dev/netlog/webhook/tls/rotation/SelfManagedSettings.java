package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.TlsStartException;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;

/// For whom certificates are made, and for how long.
///
/// @param service the name of the Service that API servers call
/// @param namespace where it is
public record SelfManagedSettings(String service, String namespace, Lifetimes lifetimes) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");

  /// The same, where both names are such as Kubernetes takes.
  public static SelfManagedSettings of(String service, String namespace, Lifetimes lifetimes)
      throws TlsStartException {
    check("--service", service);
    check("--namespace", namespace);
    return new SelfManagedSettings(service, namespace, lifetimes);
  }

  /// The names that API servers know the Service by, and those that people may use inside the
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
              + "\" is no name in Kubernetes; use lower case letters, digits and -, at most 63");
    }
  }
}
