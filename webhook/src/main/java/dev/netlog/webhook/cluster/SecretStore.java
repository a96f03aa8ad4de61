package dev.netlog.webhook.cluster;

import dev.netlog.model.ResourceId;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.rotation.AuthorityStore;
import dev.netlog.webhook.tls.rotation.BundleReading;
import dev.netlog.webhook.tls.rotation.SecretReading;
import dev.netlog.webhook.tls.rotation.WriteOutcome;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Stores authorities in a Secret.
///
/// All writes are JSON patches that name the version they were made for. They only touch our own
/// data: the data of the Secret, and each `caBundle`.
final class SecretStore implements AuthorityStore {
  private static final String LABEL = "app.kubernetes.io/managed-by";
  private static final String OURS = "netlog-webhook";
  private static final PatchContext JSON_PATCH = PatchContext.of(PatchType.JSON);

  private final KubernetesClient client;
  private final String namespace;
  private final String name;
  private final List<WebhookBundles<?>> configurations;
  private final AnswerTimes times;

  SecretStore(
      KubernetesClient client,
      String namespace,
      String name,
      String configuration,
      AnswerTimes times) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
    this.configurations =
        List.of(
            WebhookBundles.validating(client, configuration),
            WebhookBundles.mutating(client, configuration));
    this.times = times;
  }

  @Override
  public String secretName() {
    return "Secret " + Quoted.of(ResourceId.local(namespace, name));
  }

  @Override
  public SecretReading readSecret() {
    try {
      Secret secret = secret().get();
      if (secret == null) {
        return new SecretReading.Absent();
      }
      Map<String, String> labels = secret.getMetadata().getLabels();
      if (labels == null || !OURS.equals(labels.get(LABEL))) {
        return new SecretReading.Foreign();
      }
      return new SecretReading.Held(
          secret.getMetadata().getResourceVersion(), decoded(secret.getData()));
    } catch (KubernetesClientException refusal) {
      return new SecretReading.Failed(
          Refusals.failure(refusal), Refusals.message(refusal, "get", secretName()));
    }
  }

  @Override
  public WriteOutcome writeSecret(@Nullable String version, Map<String, String> data) {
    return version == null ? create(data) : replace(version, data);
  }

  @Override
  public List<BundleReading> readBundles() {
    return configurations.stream().map(WebhookBundles::read).toList();
  }

  @Override
  public WriteOutcome writeBundles(BundleReading.Present read, List<String> bundles) {
    return configurations.stream()
        .filter(each -> each.name().equals(read.configuration()))
        .findFirst()
        .orElseThrow()
        .write(read, bundles);
  }

  @Override
  public @Nullable ServerTime serverTime() {
    return times.last();
  }

  private WriteOutcome create(Map<String, String> data) {
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .addToLabels(LABEL, OURS)
            .addToLabels("app.kubernetes.io/name", "netlog-webhook")
            .endMetadata()
            .withType("Opaque")
            .withData(encoded(data))
            .build();
    try {
      client.secrets().inNamespace(namespace).resource(secret).create();
      return new WriteOutcome.Done();
    } catch (KubernetesClientException refusal) {
      if (refusal.getCode() == Refusals.CONFLICT) {
        return new WriteOutcome.Conflict();
      }
      if (refusal.getCode() == Refusals.NOT_FOUND) {
        return new WriteOutcome.Failed(
            TlsFailure.NAMESPACE_ABSENT,
            "there is no namespace "
                + Quoted.of(namespace)
                + " for "
                + secretName()
                + "; create the namespace, or name another with --namespace");
      }
      return failed(refusal, "create");
    }
  }

  private WriteOutcome replace(String version, Map<String, String> data) {
    String patch = new VersionedPatch(version).add(encoded(data), "data").text();
    try {
      secret().patch(JSON_PATCH, patch);
      return new WriteOutcome.Done();
    } catch (KubernetesClientException refusal) {
      if (VersionedPatch.isConflict(refusal, version, secret())) {
        return new WriteOutcome.Conflict();
      }
      return failed(refusal, "patch");
    }
  }

  private WriteOutcome failed(KubernetesClientException refusal, String verb) {
    return new WriteOutcome.Failed(
        Refusals.failure(refusal), Refusals.message(refusal, verb, secretName()));
  }

  private Resource<Secret> secret() {
    return client.secrets().inNamespace(namespace).withName(name);
  }

  private static Map<String, String> encoded(Map<String, String> data) {
    Map<String, String> encoded = new TreeMap<>();
    data.forEach(
        (key, text) ->
            encoded.put(
                key, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    return encoded;
  }

  private static Map<String, String> decoded(@Nullable Map<String, String> data) {
    Map<String, String> decoded = new TreeMap<>();
    if (data != null) {
      data.forEach(
          (key, value) ->
              decoded.put(
                  key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
    }
    return decoded;
  }
}
