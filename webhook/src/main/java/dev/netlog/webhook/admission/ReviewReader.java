package dev.netlog.webhook.admission;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Value;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.admission.Review.Content;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Parses the body of a request. Strict: it refuses everything that an API server would not send.
///
/// Safe for use by several threads.
final class ReviewReader {
  private static final String API_VERSION = "admission.k8s.io/v1";
  private static final String KIND = "AdmissionReview";

  /// The maximum nesting; no object that the API server serves is deeper.
  static final int DEPTH = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(1000)
                  .maxNameLength(1 << 20)
                  .maxStringLength(8 << 20)
                  .maxTokenCount(3_000_000)
                  .build())
          .build();

  private final Predicate<GroupKind> wanted;

  /// @param wanted the kinds whose objects are read
  ReviewReader(Predicate<GroupKind> wanted) {
    this.wanted = wanted;
  }

  /// Reads a review.
  ///
  /// @throws BadReviewException if it is not a review, or cannot be answered
  Review read(byte[] body) throws BadReviewException {
    refuseOtherEncodings(body);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return read(parser, body);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /// Jackson would also accept UTF-16 and UTF-32, in which every review contains zero bytes.
  private static void refuseOtherEncodings(byte[] body) throws BadReviewException {
    for (int i = 0; i < Math.min(4, body.length); i++) {
      if (body[i] == 0) {
        throw new BadReviewException("the body is not JSON in UTF-8");
      }
    }
  }

  private Review read(JsonParser parser, byte[] body) throws BadReviewException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new BadReviewException("the body is not an " + KIND + " but " + start(parser));
    }
    String apiVersion = null;
    String kind = null;
    RequestMembers request = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "apiVersion" -> apiVersion = once(name, apiVersion, text(parser, name));
        case "kind" -> kind = once(name, kind, text(parser, name));
        case "request" ->
            request = once(name, request, new RequestMembers(wanted, body).read(parser));
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new BadReviewException("something follows the review; send one JSON object");
    }
    checkVersion(apiVersion, kind);
    if (request == null) {
      throw new BadReviewException("the " + KIND + " has no request");
    }
    return request.review();
  }

  private static String start(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return token == null ? "empty" : token == JsonToken.START_ARRAY ? "a list" : "a bare value";
  }

  private static void checkVersion(@Nullable String apiVersion, @Nullable String kind)
      throws BadReviewException {
    if (!KIND.equals(kind)) {
      throw new BadReviewException("kind is " + shown(kind) + "; only " + KIND + " is answered");
    }
    if (!API_VERSION.equals(apiVersion)) {
      throw new BadReviewException(
          "apiVersion is "
              + shown(apiVersion)
              + "; only "
              + API_VERSION
              + " is answered: set admissionReviewVersions to [v1]");
    }
  }

  private static String shown(@Nullable String text) {
    return text == null ? "missing" : Quoted.of(text);
  }

  /// A value that is parsed on demand from its bytes.
  static Content later(byte[] body, int start, int end) {
    return () -> {
      try (JsonParser parser =
          FACTORY.createParser(ObjectReadContext.empty(), body, start, end - start)) {
        parser.nextToken();
        return orNull(new ValueReader(parser).read());
      } catch (JacksonException e) {
        throw malformed(e);
      }
    };
  }

  /// The value of a JSON text, null if it is not exactly one JSON value.
  static @Nullable Value value(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == null) {
        return null;
      }
      Value value = new ValueReader(parser).read();
      return parser.nextToken() == null ? value : null;
    } catch (JacksonException | BadReviewException e) {
      return null;
    }
  }

  /// Converts JSON null to null.
  static @Nullable Value orNull(Value value) {
    return value instanceof Value.Null ? null : value;
  }

  /// A string, or null for JSON null.
  static @Nullable String text(JsonParser parser, String name) throws BadReviewException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NULL -> null;
      default -> throw new BadReviewException("member " + Quoted.of(name) + " is not a string");
    };
  }

  /// The value of a member that was read, if it has not occurred before.
  static <T> @Nullable T once(String name, @Nullable T before, @Nullable T now)
      throws BadReviewException {
    if (before != null) {
      throw duplicate(name);
    }
    return now;
  }

  static BadReviewException duplicate(String name) {
    return new BadReviewException(
        "key " + Quoted.of(name) + " occurs twice in one object of the body");
  }

  /// Jackson's own message would repeat parts of the body.
  private static BadReviewException malformed(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return new BadReviewException(
          "the body is nested deeper than " + DEPTH + " levels, or holds too many values");
    }
    TokenStreamLocation place = e.getLocation();
    return new BadReviewException(
        "the body is not JSON"
            + (place == null ? "" : ", from byte " + place.getByteOffset() + " on"));
  }
}
