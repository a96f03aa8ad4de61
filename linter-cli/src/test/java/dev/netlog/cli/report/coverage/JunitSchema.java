package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads test results as a CI server would, by a schema of what such servers agree on.
final class JunitSchema {
  private static final Path FILE = Path.of("src/test/resources/report/coverage/junit.xsd");

  private static final Schema SCHEMA = schema();

  private JunitSchema() {}

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(FILE.toFile());
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Checks a document, with its own sums; the names of its tests.
  static List<String> names(String xml) {
    Element root = validated(xml).getDocumentElement();
    sums(root);
    List<String> names = new ArrayList<>();
    for (Element suite : children(root, "testsuite")) {
      sums(suite);
      for (Element test : children(suite, "testcase")) {
        names.add(test.getAttribute("name"));
      }
    }
    return names;
  }

  static Document validated(String xml) {
    Document document = parsed(xml);
    try {
      SCHEMA.newValidator().validate(new DOMSource(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new AssertionError(e.getMessage() + " in " + xml, e);
    }
    return document;
  }

  static Document parsed(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError(e.getMessage() + " in " + xml, e);
    }
  }

  private static void sums(Element element) {
    same(element, "tests", "testcase");
    same(element, "failures", "failure");
    same(element, "errors", "error");
    if (element.hasAttribute("skipped")) {
      same(element, "skipped", "skipped");
    }
  }

  private static void same(Element element, String attribute, String name) {
    assertThat(Integer.parseInt(element.getAttribute(attribute)))
        .as(attribute)
        .isEqualTo(element.getElementsByTagName(name).getLength());
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      children.add((Element) nodes.item(i));
    }
    return children;
  }
}
