package dev.netlog.platform;

import dev.netlog.fix.Edit;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.text.Phrase;
import dev.netlog.platform.text.YamlLine;
import dev.netlog.rule.Place;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The chain of settings that decides whether a point is logged, first to last.
///
/// @param steps the settings in the order they are asked; the last one decides
/// @param remedy what would make the point logged, null where it is logged, or where no change of
///   one object would do
public record Decision(List<Step> steps, @Nullable Remedy remedy) {
  public Decision {
    steps = List.copyOf(steps);
  }

  /// What a step tells of the input.
  public enum Meaning {
    /// The setting has a value, valid or not.
    VALUE,
    /// The object is in the input, and the setting is not.
    ABSENT,
    /// The object that would hold the setting is not in the input.
    NOT_IN_INPUT,
    /// No setting is asked: the platform or other policies decide.
    CONSEQUENCE
  }

  /// One setting.
  ///
  /// @param resource the object that holds it, or ought to; null where it is not in the input
  /// @param place where in it, even if nothing stands there yet; null with the resource
  /// @param meaning what it tells
  /// @param asked what is asked: `NetworkLogging default`; null where the answer names it
  /// @param key the field or annotation that is asked: `spec.cluster.deny`; null where `asked` or
  ///   the answer names it
  /// @param answer what it says: `log=true delegate=true`
  /// @param reason why, or what follows; null where the answer says all
  public record Step(
      @Nullable Resource resource,
      @Nullable Place place,
      Meaning meaning,
      @Nullable Phrase asked,
      @Nullable String key,
      Phrase answer,
      @Nullable Phrase reason) {
    /// A setting of an object that is in the input.
    public static Step at(
        Resource resource,
        Place place,
        Meaning meaning,
        Phrase asked,
        @Nullable String key,
        Phrase answer) {
      return new Step(resource, place, meaning, asked, key, answer, null);
    }

    /// What holds without an object.
    public static Step of(Meaning meaning, @Nullable Phrase asked, Phrase answer) {
      return new Step(null, null, meaning, asked, null, answer, null);
    }

    /// The same with a reason.
    public Step because(Phrase why) {
      return new Step(resource, place, meaning, asked, key, answer, why);
    }

    /// What there is of it to read, in that order: whom or what it asks, the key, the answer, the
    /// reason.
    public List<Phrase> parts() {
      return Stream.of(asked, key == null ? null : Phrase.of(key), answer, reason)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /// One change that would have the point logged.
  ///
  /// @param resource the object to change, null where it is not in the input
  /// @param edit the change, null where the object is not in the input or only a person can tell
  ///   what to write
  /// @param text the change in words, an imperative: `annotate Namespace edge with …`
  /// @param line the line of YAML to add, or the setting to write
  public record Remedy(@Nullable Resource resource, @Nullable Edit edit, Phrase text, String line) {
    private static final JsonPointer METADATA = JsonPointer.of("metadata");
    private static final JsonPointer ANNOTATIONS = METADATA.child("annotations");

    /// Gives an annotation of an object in the input another value.
    ///
    /// @param text the change in words
    public static Remedy annotation(Resource resource, String key, String value, Phrase text) {
      return new Remedy(resource, edit(resource, key, value), text, YamlLine.of(key, value));
    }

    /// Gives an object its first annotation of a key.
    ///
    /// @param resource the object, null where it is not in the input
    /// @param name the object as reports name it: `Namespace edge`
    public static Remedy firstAnnotation(
        @Nullable Resource resource, Phrase name, String key, String value) {
      String line = YamlLine.of(key, value);
      Phrase text = Phrase.of("annotate ").with(name).with(" with ").with(new Phrase.Yaml(line));
      return new Remedy(resource, resource == null ? null : edit(resource, key, value), text, line);
    }

    /// The edit that writes an annotation; null where something else stands where annotations are
    /// to be.
    public static Edit.@Nullable Set edit(Resource resource, String key, String value) {
      return isAnnotatable(resource)
          ? new Edit.Set(Resource.annotationPointer(key), new Value.Text(value))
          : null;
    }

    /// The same as advice: what to write is for a person to tell.
    public Remedy byHand() {
      return new Remedy(resource, null, text, line);
    }

    /// Whether nothing but an object, if anything, stands where annotations are to be.
    private static boolean isAnnotatable(Resource resource) {
      return isObject(resource.content().at(METADATA))
          && isObject(resource.content().at(ANNOTATIONS));
    }

    private static boolean isObject(@Nullable Value value) {
      return value == null || value instanceof Value.Null || value instanceof Value.Mapping;
    }
  }
}
