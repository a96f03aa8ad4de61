package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The properties by which a renamed, relabelled or moved workload is recognised: its name, the
/// labels of its pods and their images.
public final class WorkloadMarks {
  private WorkloadMarks() {}

  /// The properties of a workload from the input, as texts. Two workloads that share one are
  /// probably the same. Images are compared without tag and digest, so that a release changes
  /// nothing.
  public static Set<String> of(Subject subject) {
    Set<String> marks = new LinkedHashSet<>();
    marks.add("name " + subject.name());
    Map<String, String> labels = new TreeMap<>(subject.labels().known());
    labels.keySet().removeAll(WorkloadKinds.JOB_NAME);
    if (!labels.isEmpty()) {
      marks.add("labels " + labels);
    }
    List<String> images = images(subject.resource());
    if (!images.isEmpty()) {
      marks.add("images " + images);
    }
    return marks;
  }

  private static List<String> images(@Nullable Resource workload) {
    List<String> images = new ArrayList<>();
    if (workload != null) {
      JsonPointer template = WorkloadKinds.template(workload.id().groupKind());
      JsonPointer containers = template.child("spec").child("containers");
      for (Value container : workload.content().itemsAt(containers)) {
        String image = container.textAt(JsonPointer.of("image"));
        if (image != null) {
          images.add(repository(image));
        }
      }
    }
    images.sort(null);
    return images;
  }

  /// An image without its tag and digest.
  private static String repository(String image) {
    int digest = image.indexOf('@');
    String tagged = digest < 0 ? image : image.substring(0, digest);
    int tag = tagged.lastIndexOf(':');
    return tag > tagged.lastIndexOf('/') ? tagged.substring(0, tag) : tagged;
  }
}
