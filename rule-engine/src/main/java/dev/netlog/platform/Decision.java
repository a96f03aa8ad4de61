package dev.netlog.platform;

import dev.netlog.fix.Edit;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.rule.Place;
import java.util.List;
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

  /// One setting.
  ///
  /// @param resource the object that holds it, or ought to; null where it is not in the input
  /// @param place where in it, even if nothing stands there yet; null with the resource
  /// @param text what it says, two blanks between its parts: `NetworkLogging default
  ///   spec.cluster.deny log=true delegate=true`
  /// @param isAbsent whether the object is there, and the setting is not
  public record Step(
      @Nullable Resource resource, @Nullable Place place, String text, boolean isAbsent) {
    /// A setting of an object that is in the input.
    public static Step at(Resource resource, Place place, String text) {
      return new Step(resource, place, text, false);
    }

    /// The same setting, which is not there.
    public Step absent() {
      return new Step(resource, place, text, true);
    }

    /// What holds without an object.
    public static Step of(String text) {
      return new Step(null, null, text, false);
    }
  }

  /// One change that would have the point logged.
  ///
  /// @param resource the object to change, null where it is not in the input
  /// @param edit the change, null where the object is not in the input or only a person can tell
  ///   what to write
  /// @param text the change in words, an imperative: `annotate Namespace edge with …`
  /// @param line the line of YAML to add, or the setting to write
  public record Remedy(@Nullable Resource resource, @Nullable Edit edit, String text, String line) {
    private static final JsonPointer METADATA = JsonPointer.of("metadata");
    private static final JsonPointer ANNOTATIONS = METADATA.child("annotations");

    /// Gives an annotation of an object in the input another value, or its first.
    ///
    /// @param text the change in words
    public static Remedy annotation(Resource resource, String key, String value, String text) {
      Edit edit = new Edit.Set(Resource.annotationPointer(key), new Value.Text(value));
      return new Remedy(
          resource, isAnnotatable(resource) ? edit : null, text, YamlLine.of(key, value));
    }

    /// Annotates an object that is not in the input.
    ///
    /// @param text the change in words
    public static Remedy annotationElsewhere(String key, String value, String text) {
      return new Remedy(null, null, text, YamlLine.of(key, value));
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
