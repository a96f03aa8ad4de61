package dev.netlog.webhook.cluster;

import dev.netlog.webhook.tls.rotation.BundleReading;
import dev.netlog.webhook.tls.rotation.WriteOutcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads and writes the `caBundle` of each webhook of one configuration, and no other field.
///
/// Bundles are handled as bytes: they may contain arbitrary data of others beside our certificates.
///
/// @param name the name of the configuration in messages
/// @param clients the client configuration of each webhook
record WebhookBundles<T extends HasMetadata>(
    String name, Resource<T> resource, Function<T, List<WebhookClientConfig>> clients) {

  static WebhookBundles<ValidatingWebhookConfiguration> validating(
      KubernetesClient client, String name) {
    return new WebhookBundles<>(
        "ValidatingWebhookConfiguration \"" + name + "\"",
        client.admissionRegistration().v1().validatingWebhookConfigurations().withName(name),
        each -> each.getWebhooks().stream().map(ValidatingWebhook::getClientConfig).toList());
  }

  static WebhookBundles<MutatingWebhookConfiguration> mutating(
      KubernetesClient client, String name) {
    return new WebhookBundles<>(
        "MutatingWebhookConfiguration \"" + name + "\"",
        client.admissionRegistration().v1().mutatingWebhookConfigurations().withName(name),
        each -> each.getWebhooks().stream().map(MutatingWebhook::getClientConfig).toList());
  }

  BundleReading read() {
    try {
      T configuration = resource.get();
      if (configuration == null) {
        return new BundleReading.Absent(name);
      }
      return new BundleReading.Present(
          name,
          configuration.getMetadata().getResourceVersion(),
          clients.apply(configuration).stream().map(each -> decoded(each.getCaBundle())).toList());
    } catch (KubernetesClientException refusal) {
      return new BundleReading.Failed(
          Refusals.failure(refusal), Refusals.message(refusal, "get", name));
    }
  }

  WriteOutcome write(BundleReading.Present read, List<String> bundles) {
    VersionedPatch patch = new VersionedPatch(read.version());
    for (int each = 0; each < bundles.size(); each++) {
      byte[] bytes = bundles.get(each).getBytes(StandardCharsets.ISO_8859_1);
      patch.add(
          Base64.getEncoder().encodeToString(bytes),
          "webhooks",
          Integer.toString(each),
          "clientConfig",
          "caBundle");
    }
    try {
      resource.patch(PatchContext.of(PatchType.JSON), patch.text());
      return new WriteOutcome.Done();
    } catch (KubernetesClientException refusal) {
      if (VersionedPatch.isConflict(refusal, read.version(), resource)) {
        return new WriteOutcome.Conflict();
      }
      return new WriteOutcome.Failed(
          Refusals.failure(refusal), Refusals.message(refusal, "patch", name));
    }
  }

  private static String decoded(@Nullable String bundle) {
    return bundle == null
        ? ""
        : new String(Base64.getDecoder().decode(bundle), StandardCharsets.ISO_8859_1);
  }
}
