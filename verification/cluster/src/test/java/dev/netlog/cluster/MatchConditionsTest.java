package dev.netlog.cluster;

import static dev.netlog.cluster.Api.JSON_PATCH;
import static dev.netlog.cluster.Api.MERGE_PATCH;
import static dev.netlog.cluster.Api.STRATEGIC_PATCH;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/// Which requests the shipped configuration sends to the webhook. Whatever it does not send cannot
/// fail when the webhook is down.
@Tag("every-version")
@ExtendWith(WithCluster.class)
class MatchConditionsTest {
  private final Cluster cluster;
  private final Api api;
  private Asked asked;

  MatchConditionsTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
    this.asked = new Asked(cluster.webhook(Setup.of("enforce")), "validate");
  }

  @BeforeEach
  void enforce() {
    asked = new Asked(cluster.webhook(Setup.of("enforce")), "validate");
  }

  @ParameterizedTest
  @EnumSource
  void aNewObjectWithALoggingSettingIsAskedAbout(Target target) {
    String key = target.key();
    String value = target.value(false);
    asked.about(
        "create",
        () -> api.create(target.path(), target.object(target.freshName(api), key, value) + ""));
    String dry = target.freshName(api);
    asked.about(
        "dry run",
        () -> api.create(target.path() + "?dryRun=All", target.object(dry, key, value) + ""));
    String applied = target.freshName(api);
    asked.about(
        "server-side apply",
        () -> api.apply(target.path(applied), "one", target.object(applied, key, value) + ""));
    ObjectNode labelled = target.object(target.freshName(api));
    ((ObjectNode) labelled.path("metadata")).putObject("labels").put("audit-logging", "on");
    asked.about("a label", () -> api.create(target.path() + "?dryRun=All", labelled + ""));
    ObjectNode capital = target.object(target.freshName(api), "Enable-Logging", "x");
    asked.about("capitals", () -> api.create(target.path() + "?dryRun=All", capital + ""));
  }

  @ParameterizedTest
  @EnumSource(names = "BASELINE_POLICY", mode = EXCLUDE)
  void aGeneratedNameChangesNothing(Target target) {
    ObjectNode with = target.object("", target.key(), target.value(false));
    ((ObjectNode) with.path("metadata")).remove("name");
    ((ObjectNode) with.path("metadata")).put("generateName", "generated-");
    asked.about("generateName", () -> api.create(target.path(), with + ""));
    ((ObjectNode) with.path("metadata")).remove("annotations");
    asked.notAbout("generateName", () -> api.create(target.path(), with + ""));
  }

  @Test
  void anEmptyValueCountsAsASetting() {
    Target target = Target.NAMESPACE;
    String empty = target.freshName(api);
    asked.about(
        "an empty value",
        () -> api.create(target.path(), target.object(empty, target.key(), "") + ""));
    ObjectNode none = target.object(target.freshName(api), target.key(), "");
    ((ObjectNode) none.path("metadata").path("annotations")).putNull(target.key());
    asked.about("null, which is stored as empty", () -> api.create(target.path(), none + ""));
    String plain = target.stored(api, null);
    asked.about(
        "an empty value is added",
        () -> api.patch(target.path(plain), MERGE_PATCH, target.merge(target.key(), "\"\"")));
  }

  @ParameterizedTest
  @EnumSource
  void anAddedSettingIsAskedAboutInEveryFormOfAChange(Target target) {
    everyForm(target, null, target.value(false), true);
  }

  @ParameterizedTest
  @EnumSource
  void aChangedSettingIsAskedAboutInEveryFormOfAChange(Target target) {
    everyForm(target, target.value(true), target.value(false), true);
  }

  @ParameterizedTest
  @EnumSource
  void aSettingThatStaysIsNotAskedAbout(Target target) {
    everyForm(target, target.value(false), target.value(false), false);
  }

  private void everyForm(Target target, @Nullable String before, String after, boolean expected) {
    String key = target.key();
    check(
        expected,
        "replace",
        target.stored(api, before),
        name -> api.replace(target.path(name), changed(target, name, after).toString()));
    check(
        expected,
        "replace, dry run",
        target.stored(api, before),
        name ->
            api.replace(
                target.path(name) + "?dryRun=All", changed(target, name, after).toString()));
    String merge = target.merge(key, Target.quoted(after));
    check(
        expected,
        "merge patch",
        target.stored(api, before),
        name -> api.patch(target.path(name), MERGE_PATCH, merge));
    if (target.isBuiltIn()) {
      check(
          expected,
          "strategic patch",
          target.stored(api, before),
          name -> api.patch(target.path(name), STRATEGIC_PATCH, merge));
    }
    String add =
        before == null
            ? "[{\"op\": \"add\", \"path\": \"/metadata/annotations\", \"value\": {\"%s\": %s}}]"
                .formatted(key, Target.quoted(after))
            : "[{\"op\": \"replace\", \"path\": \"/metadata/annotations/%s\", \"value\": %s}]"
                .formatted(key.replace("/", "~1"), Target.quoted(after));
    check(
        expected,
        "JSON patch",
        target.stored(api, before),
        name -> api.patch(target.path(name), JSON_PATCH, add));
    check(
        expected,
        "server-side apply",
        target.stored(api, before),
        name ->
            api.apply(
                target.path(name) + "?force=true", "two", target.object(name, key, after) + ""));
  }

  private void check(boolean expected, String what, String name, Function<String, Answer> request) {
    if (expected) {
      asked.about(what, () -> request.apply(name));
    } else {
      asked.notAbout(what, () -> request.apply(name));
    }
  }

  private ObjectNode changed(Target target, String name, String value) {
    ObjectNode object = (ObjectNode) api.read(target.path(name)).expectOk().json();
    ObjectNode metadata = (ObjectNode) object.path("metadata");
    if (!metadata.has("annotations")) {
      metadata.putObject("annotations");
    }
    ((ObjectNode) metadata.path("annotations")).put(target.key(), value);
    return object;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoLoggingSettingIsNotAskedAbout(Target target) {
    asked.notAbout(
        "nothing", () -> api.create(target.path(), target.object(target.freshName(api)) + ""));
    asked.notAbout(
        "another annotation",
        () -> api.create(target.path(), target.object(target.freshName(api), "team", "red") + ""));
    String name = target.stored(api, target.value(false));
    asked.notAbout(
        "a label",
        () ->
            api.patch(
                target.path(name), MERGE_PATCH, "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"));
    asked.notAbout(
        "another annotation",
        () -> api.patch(target.path(name), MERGE_PATCH, target.merge("team", "\"blue\"")));
    if (target != Target.NAMESPACE) {
      asked.notAbout(
          "the spec",
          () ->
              api.patch(
                  target.path(name),
                  MERGE_PATCH,
                  "{\"spec\": {\"podSelector\": {\"matchLabels\": {\"a\": \"b\"}}}}"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSettingThatGoesIsNotAskedAbout(Target target) {
    String merged = target.stored(api, target.value(false));
    asked.notAbout(
        "merge patch to null",
        () -> api.patch(target.path(merged), MERGE_PATCH, target.merge(target.key(), "null")));
    String all = target.stored(api, target.value(false));
    asked.notAbout(
        "no annotations at all",
        () -> api.patch(target.path(all), MERGE_PATCH, "{\"metadata\": {\"annotations\": null}}"));
    String owned = target.freshName(api);
    String with = target.object(owned, target.key(), target.value(false)) + "";
    var _ = api.apply(target.path(owned), "owner", with).expectOk();
    asked.notAbout(
        "the owner leaves it out",
        () -> api.apply(target.path(owned), "owner", target.object(owned) + ""));
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfAnObjectsEndIsAskedAbout(Target target) {
    String name = target.stored(api, target.value(false));
    var _ =
        api.patch(
                target.path(name),
                MERGE_PATCH,
                "{\"metadata\": {\"finalizers\": [\"netlog.dev/test\"]}}")
            .expectOk();
    asked.notAbout("delete", () -> api.delete(target.path(name)));
    asked.notAbout(
        "a setting, while it is being deleted",
        () ->
            api.patch(
                target.path(name),
                MERGE_PATCH,
                target.merge(target.key(), Target.quoted(target.wrong()))));
    asked.notAbout(
        "the end of a finalizer",
        () -> api.patch(target.path(name), MERGE_PATCH, "{\"metadata\": {\"finalizers\": null}}"));
  }
}
