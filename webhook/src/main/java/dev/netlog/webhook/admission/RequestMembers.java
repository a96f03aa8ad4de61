package dev.netlog.webhook.admission;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Value;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.admission.Review.Content;
import dev.netlog.webhook.admission.Review.GroupResource;
import dev.netlog.webhook.admission.Review.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/// Collects the members of a review's `request` while they are parsed. For one request, by one
/// thread.
final class RequestMembers {
  private final Predicate<GroupKind> wanted;
  private final byte[] body;
  private final Set<String> seen = new HashSet<>();
  private @Nullable String uid;
  private @Nullable Kind kind;
  private @Nullable Kind requestKind;
  private @Nullable String subResource;
  private @Nullable GroupResource resource;
  private @Nullable String name;
  private @Nullable String namespace;
  private @Nullable String operation;
  private boolean dryRun;
  private Content object = Content.NONE;
  private Content oldObject = Content.NONE;

  RequestMembers(Predicate<GroupKind> wanted, byte[] body) {
    this.wanted = wanted;
    this.body = body;
  }

  /// Reads the object at the parser's position.
  RequestMembers read(JsonParser parser) throws BadReviewException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BadReviewException("member \"request\" is not an object");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      if (!seen.add(member)) {
        throw ReviewReader.duplicate(member);
      }
      parser.nextToken();
      member(parser, member);
    }
    return this;
  }

  private void member(JsonParser parser, String member) throws BadReviewException {
    switch (member) {
      case "uid" -> uid = ReviewReader.text(parser, member);
      case "kind" -> kind = kind(parser, member);
      case "requestKind" -> requestKind = kind(parser, member);
      case "resource" -> resource = triple(parser, member, "resource");
      case "subResource" -> subResource = ReviewReader.text(parser, member);
      case "name" -> name = ReviewReader.text(parser, member);
      case "namespace" -> namespace = ReviewReader.text(parser, member);
      case "operation" -> operation = ReviewReader.text(parser, member);
      case "dryRun" -> dryRun = parser.currentToken() == JsonToken.VALUE_TRUE;
      case "object" -> object = object(parser);
      case "oldObject" -> oldObject = skipped(parser);
      default -> parser.skipChildren();
    }
  }

  /// The API server sends the kind first, so the object only needs to be parsed once.
  ///
  /// An error in the object is reported when the object is read: many reviews can be answered
  /// without it.
  private Content object(JsonParser parser) {
    if (kind == null || !wanted.test(kind.groupKind())) {
      return skipped(parser);
    }
    TokenStreamContext around = parser.streamReadContext();
    int depth = around.getNestingDepth() - (parser.currentToken().isStructStart() ? 1 : 0);
    try {
      Value value = ReviewReader.orNull(new ValueReader(parser).read());
      return () -> value;
    } catch (BadReviewException e) {
      while (parser.streamReadContext().getNestingDepth() > depth && parser.nextToken() != null) {
        // The rest of the object only has to be valid JSON.
      }
      String message = String.valueOf(e.getMessage());
      return () -> {
        throw new BadReviewException(message);
      };
    }
  }

  private Content skipped(JsonParser parser) {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int end = (int) parser.currentLocation().getByteOffset();
    return ReviewReader.later(body, start, end);
  }

  private static @Nullable Kind kind(JsonParser parser, String member) throws BadReviewException {
    GroupResource read = triple(parser, member, "kind");
    return read == null
        ? null
        : new Kind(orEmpty(read.group()), orEmpty(read.version()), orEmpty(read.resource()));
  }

  /// @param last the name of the third member, beside group and version
  private static @Nullable GroupResource triple(JsonParser parser, String member, String last)
      throws BadReviewException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new BadReviewException("member " + Quoted.of(member) + " is not an object");
    }
    String group = null;
    String version = null;
    String named = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("group")) {
        group = ReviewReader.once(name, group, ReviewReader.text(parser, name));
      } else if (name.equals("version")) {
        version = ReviewReader.once(name, version, ReviewReader.text(parser, name));
      } else if (name.equals(last)) {
        named = ReviewReader.once(name, named, ReviewReader.text(parser, name));
      } else {
        parser.skipChildren();
      }
    }
    return new GroupResource(group, version, named);
  }

  /// The complete request.
  Review review() throws BadReviewException {
    if (uid == null || uid.isEmpty()) {
      throw new BadReviewException("the request has no uid, which the answer has to repeat");
    }
    if (kind == null || kind.kind().isEmpty() || operation == null || operation.isEmpty()) {
      throw new BadReviewException("the request has no kind or no operation");
    }
    return new Review(
        uid,
        kind,
        requestKind == null ? kind : requestKind,
        orEmpty(subResource),
        resource,
        orEmpty(name),
        namespace == null || namespace.isEmpty() ? null : namespace,
        operation,
        dryRun,
        object,
        oldObject,
        wanted.test(kind.groupKind()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
