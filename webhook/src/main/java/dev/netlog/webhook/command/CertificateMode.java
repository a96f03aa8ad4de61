package dev.netlog.webhook.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// The sources of certificates, each with the options that only apply to it.
enum CertificateMode {
  FILES("--tls-cert"),
  SELF_MANAGED("--tls-self-managed"),
  DEVELOPMENT("--tls-dev");

  private final String option;

  CertificateMode(String option) {
    this.option = option;
  }

  /// The option that selects it.
  String option() {
    return option;
  }

  /// The options that only apply to it.
  List<String> details() {
    return switch (this) {
      case FILES -> List.of("--tls-key");
      case SELF_MANAGED ->
          List.of(
              "--service",
              "--namespace",
              "--tls-secret",
              "--webhook-configuration",
              "--tls-leaf-lifetime",
              "--tls-ca-lifetime");
      case DEVELOPMENT -> List.of();
    };
  }

  /// The source that the options select.
  ///
  /// @throws UsageException if none or several are selected, or an option applies to another
  ///   source, since it would silently have no effect
  static CertificateMode of(ParseResult arguments) throws WebhookUsageException {
    List<CertificateMode> chosen =
        Arrays.stream(values()).filter(each -> Options.isOn(arguments, each.option)).toList();
    if (chosen.size() != 1) {
      throw new WebhookUsageException(
          (chosen.isEmpty()
                  ? "no source of the certificate is given"
                  : String.join(" and ", chosen.stream().map(CertificateMode::option).toList())
                      + " cannot be combined")
              + "; use one of --tls-cert FILE --tls-key FILE, --tls-self-managed, or --tls-dev DIR"
              + " to try it out");
    }
    CertificateMode mode = chosen.getFirst();
    List<String> lost = new ArrayList<>();
    for (CertificateMode other : values()) {
      for (String detail : other.details()) {
        if (other != mode && Options.isOn(arguments, detail)) {
          lost.add(
              detail + " applies to " + other.option + ", not to " + mode.option + "; remove it");
        }
      }
    }
    if (!lost.isEmpty()) {
      throw new WebhookUsageException(lost);
    }
    return mode;
  }
}
