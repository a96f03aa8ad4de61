package dev.netlog.coverage.input;

import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The objects of a target that a tool such as kustomize changes before the cluster gets them.
///
/// @param places what changes each object, by the identity of the object
public record TransformedObjects(Map<ResourceId, Unreadable> places) {
  /// No such objects: the cluster gets all objects as their files say.
  public static final TransformedObjects NONE = new TransformedObjects(Map.of());

  public TransformedObjects {
    places = Map.copyOf(places);
  }

  /// These objects of a target.
  ///
  /// @param places what changes each object
  public static TransformedObjects of(Platform platform, Map<Resource, Unreadable> places) {
    Map<ResourceId, Unreadable> byIdentity = new LinkedHashMap<>();
    places.forEach(
        (object, place) ->
            byIdentity.put(TargetKinds.identity(ObjectIdentity.placed(platform, object)), place));
    return new TransformedObjects(byIdentity);
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /// What changes an object; null if nothing does.
  public @Nullable Unreadable of(Resource object) {
    return places.isEmpty() ? null : places.get(TargetKinds.identity(object));
  }

  /// The first of the objects that a condition accepts; null if there is none.
  public @Nullable ResourceId first(Predicate<ResourceId> wanted) {
    Map<String, ResourceId> found = new TreeMap<>();
    places.keySet().stream().filter(wanted).forEach(id -> found.put(id.toString(), id));
    return found.isEmpty() ? null : found.values().iterator().next();
  }
}
