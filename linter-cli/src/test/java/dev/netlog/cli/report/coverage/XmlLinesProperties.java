package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.XmlLines;
import dev.netlog.io.text.Neutral;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Element;

final class XmlLinesProperties {
  @Property
  void anyTextCanBeReadBackAsItIsShown(@ForAll String attribute, @ForAll String text)
      throws IOException {
    StringBuilder out = new StringBuilder();
    XmlLines xml = new XmlLines(out);
    xml.begin("a").with("b", attribute).begin("c").end(Neutral.text(text)).end();
    Element root = JunitSchema.parsed(out.toString()).getDocumentElement();
    assertThat(root.getAttribute("b")).isEqualTo(Neutral.text(attribute));
    assertThat(root.getElementsByTagName("c").item(0).getTextContent())
        .isEqualTo(Neutral.text(text));
  }
}
