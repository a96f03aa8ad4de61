package dev.netlog.platform.shared;

import dev.netlog.fix.Edit;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.text.Phrase;
import dev.netlog.platform.text.YamlLine;
import dev.netlog.rule.Quoted;
import java.util.List;

/// A logging annotation that kubectl may not store, since another annotation of the object is null.
public final class LostAnnotations {
  private LostAnnotations() {}

  /// What a step says behind the annotation's value.
  ///
  /// @param holder an object with a null annotation
  public static String words(Resource holder) {
    return ", which kubectl apply up to 1.32 does not store beside annotation "
        + Quoted.of(holder.nullAnnotations().getFirst())
        + ", which is null";
  }

  /// The change that keeps the annotations.
  ///
  /// @param holder an object with a null annotation
  /// @param name the object as reports name it: `Namespace edge`
  public static Remedy remedy(Resource holder, Phrase name) {
    List<String> keys = holder.nullAnnotations();
    String key = keys.getFirst();
    String line = YamlLine.of(key, "");
    if (keys.size() > 1) {
      return new Remedy(
          holder,
          null,
          Phrase.of("write a string for each annotation of ").with(name).with(" that is null"),
          line);
    }
    Edit edit = new Edit.Set(Resource.annotationPointer(key), new Value.Text(""));
    return new Remedy(
        holder,
        edit,
        Phrase.of("write a string for annotation " + Quoted.of(key) + " of ")
            .with(name)
            .with(", or delete it"),
        line);
  }
}
