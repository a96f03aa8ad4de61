package dev.netlog.io.yaml.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// Composes nodes from SnakeYAML's events, for one part of a manifest.
///
/// Like the Go library it reads the first document of the part and ignores the rest. Not recursive:
/// depth costs no stack.
public final class YamlComposer {
  /// The deepest nesting that the Go library accepts (`max_flow_level`, `max_indents` in
  /// scannerc.go); its JSON encoder has the same limit.
  public static final int MAX_DEPTH = 10_000;

  private final String text;
  private final PartOffsets offsets;
  private final boolean changed;
  private final ParserImpl parser;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();

  /// The content of a part.
  ///
  /// @param root the first document, null if the part has none
  /// @param end where that document ends, in UTF-16 units of the file's text
  public record Composed(@Nullable Node root, int end) {}

  private YamlComposer(String text, PartOffsets offsets, boolean changed) {
    this.text = text;
    this.offsets = offsets;
    this.changed = changed;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(offsets.read()), options);
  }

  /// Reads one part.
  ///
  /// @param text the file's text
  /// @param lenient the part with characters replaced by [Leniency], null if none are
  static Composed compose(String text, int start, int end, @Nullable String lenient)
      throws RefusedDocumentException {
    int from = start > 0 && text.startsWith("\uFEFF", start) ? start + 1 : start;
    String part = lenient == null ? text.substring(from, end) : lenient.substring(from - start);
    YamlComposer composer = new YamlComposer(text, new PartOffsets(part, from), lenient != null);
    try {
      return composer.document();
    } catch (MarkedYAMLException e) {
      throw SyntaxErrors.refused(e, text, composer.offsets);
    } catch (ReaderException e) {
      throw SyntaxErrors.refused(e, text, composer.offsets);
    } catch (YAMLException e) {
      throw new RefusedDocumentException(from, from, String.valueOf(e.getMessage()));
    } catch (NumberFormatException e) {
      // SnakeYAML lets it through for \\U escapes from 80000000 on; it does not say where.
      int escape = Math.max(from, text.indexOf("\\U", from));
      throw new RefusedDocumentException(escape, escape, "an escape is no Unicode character");
    }
  }

  private Composed document() throws RefusedDocumentException {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      refuseDirective();
      return new Composed(null, offsets.end());
    }
    parser.getEvent();
    Node root = node();
    if (!open.isEmpty()) {
      return new Composed(root, root.end());
    }
    Event end = parser.getEvent();
    return new Composed(root, offsets.of(end.getEndMark().getIndex()));
  }

  /// Refuses a directive that the next separator has cut off from its document.
  private void refuseDirective() throws RefusedDocumentException {
    int line = offsets.start();
    while (line < offsets.end()) {
      if (text.charAt(line) == '%') {
        throw new RefusedDocumentException(
            line, line + 1, "kubectl cuts the file at \"---\", so a directive has no document");
      }
      int next = text.indexOf('\n', line);
      line = next < 0 ? offsets.end() : next + 1;
    }
  }

  private Node node() throws RefusedDocumentException {
    while (true) {
      Node complete = step(parser.getEvent());
      if (complete == null) {
        continue;
      }
      if (open.isEmpty() || isRootBeforeKey(complete)) {
        return complete;
      }
      switch (open.element()) {
        case Node.Sequence sequence -> sequence.items().add(GoScanner.withColon(text, complete));
        case Node.Mapping mapping -> {
          boolean key = mapping.keys().size() == mapping.values().size();
          (key ? mapping.keys() : mapping.values()).add(complete);
        }
        case Node.Scalar _, Node.Alias _ -> throw new IllegalStateException("open scalar");
      }
    }
  }

  /// For the Go library, a document that starts with `{}`, `[]` or `{? …` ends at the closing
  /// bracket, even if a colon follows.
  private boolean isRootBeforeKey(Node complete) {
    return open.size() == 1
        && GoScanner.isOpenEnded(text, complete)
        && !(complete instanceof Node.Scalar)
        && open.element() instanceof Node.Mapping root
        && root.keys().isEmpty()
        && root.start() == complete.start();
  }

  /// The node that an event completes, null if it opens a collection.
  private @Nullable Node step(Event event) throws RefusedDocumentException {
    int start = offsets.of(event.getStartMark().getIndex());
    int end = offsets.of(event.getEndMark().getIndex());
    return switch (event) {
      case ScalarEvent scalar -> named(scalar.getAnchor(), scalar(scalar, bare(start, end), end));
      case AliasEvent alias -> alias(alias.getAnchor(), start, end);
      case SequenceStartEvent sequence ->
          opened(sequence.getAnchor(), new Node.Sequence(bare(start, end)));
      case MappingStartEvent mapping ->
          opened(mapping.getAnchor(), new Node.Mapping(bare(start, end)));
      default -> closed(end);
    };
  }

  /// The start of the node itself: SnakeYAML's events start at the tag or anchor before it.
  private int bare(int start, int end) {
    int i = start;
    while (i < end && "&!".indexOf(text.charAt(i)) >= 0) {
      while (i < end && !Folding.isBlankOrBreak(text.charAt(i))) {
        i++;
      }
      i = Folding.behindBlanks(text, i, end);
    }
    return i;
  }

  private Node scalar(ScalarEvent event, int start, int end) throws RefusedDocumentException {
    String tag = event.getTag();
    boolean plain = event.getImplicit().canOmitTagInPlainScalar() && tag == null;
    Node.Style style = style(event.getScalarStyle());
    String value = event.getValue();
    if (changed && style == Node.Style.DOUBLE_QUOTED) {
      value = value.replace(Leniency.APOSTROPHE, '\'');
    }
    Node.Scalar scalar =
        new Node.Scalar(start, end, value, style, "!".equals(tag) ? null : tag, plain);
    GoScanner.refuse(text, scalar);
    return scalar;
  }

  private static Node.Style style(ScalarStyle style) {
    return switch (style) {
      case PLAIN -> Node.Style.PLAIN;
      case SINGLE_QUOTED -> Node.Style.SINGLE_QUOTED;
      case LITERAL -> Node.Style.LITERAL;
      case FOLDED -> Node.Style.FOLDED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Node.Style.DOUBLE_QUOTED;
    };
  }

  private Node alias(String name, int start, int end) throws RefusedDocumentException {
    Node target = anchors.get(name);
    if (target == null) {
      throw new RefusedDocumentException(
          start, end, "the alias \"*" + name + "\" has no anchor before it");
    }
    return new Node.Alias(start, end, name, target);
  }

  private Node named(@Nullable String anchor, Node node) throws RefusedDocumentException {
    if (anchor != null) {
      GoScanner.refuseAnchor(anchor, node);
      anchors.put(anchor, node);
    }
    return node;
  }

  private @Nullable Node opened(@Nullable String anchor, Node collection)
      throws RefusedDocumentException {
    named(anchor, collection);
    if (open.size() >= MAX_DEPTH) {
      throw new RefusedDocumentException(
          collection.start(),
          collection.start(),
          "the document is nested deeper than " + MAX_DEPTH + " levels");
    }
    open.push(collection);
    return null;
  }

  private Node closed(int end) throws RefusedDocumentException {
    Node collection = open.pop();
    switch (collection) {
      case Node.Sequence sequence -> sequence.endAt(end);
      case Node.Mapping mapping -> {
        mapping.endAt(end);
        GoScanner.joinColons(text, mapping);
      }
      case Node.Scalar _, Node.Alias _ -> throw new IllegalStateException("open scalar");
    }
    return collection;
  }
}
