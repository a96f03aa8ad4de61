package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WarningLinesTest {
  private final AdmissionHandler warning = Given.handler(Mode.WARN);

  @Test
  void aLongMessageIsCutBeforeTheNameOfItsRule() throws BadReviewException {
    Outcome outcome =
        Given.validated(
            warning, Given.creation(Given.namespace("{\"deny\":\"" + "é".repeat(500) + "\"}")));
    String line = outcome.answer().warnings().getFirst();
    assertThat(line.codePointCount(0, line.length())).isEqualTo(WarningLines.LINE);
    assertThat(line).contains("é…").endsWith("… [ovn-unknown-severity]");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreNotTorn() {
    String smiles = "\uD83D\uDE00".repeat(200);
    String cut = WarningLines.cut(smiles, 50);
    assertThat(cut.codePointCount(0, cut.length())).isEqualTo(50);
    assertThat(cut).startsWith("\uD83D\uDE00").endsWith("\uD83D\uDE00…");
    assertThat(WarningLines.cut("short", 5)).isEqualTo("short");
  }

  @Test
  void whatFindsNoRoomIsCountedInTheLastLine() throws BadReviewException {
    ObjectNode firewall =
        (ObjectNode)
            Given.json(
                "{apiVersion:'k8s.ovn.org/v1',kind:'EgressFirewall',metadata:{name:'default',namespace:'a'},spec:{egress:[]}}");
    for (int i = 0; i < 100; i++) {
      firewall
          .withObjectProperty("spec")
          .withArrayProperty("egress")
          .addObject()
          .put("type", "deny" + i)
          .putObject("to")
          .put("cidrSelector", "1.2.3.4/32");
    }
    Outcome outcome = Given.validated(warning, Given.creation(firewall));
    assertThat(outcome.answer().warnings()).hasSizeBetween(30, 60);
    assertThat(outcome.answer().warnings().getLast())
        .matches("and [0-9]+ more; netlog lint FILE shows all");
    int shown = outcome.answer().warnings().size() - 1;
    assertThat(outcome.answer().warnings().getLast()).startsWith("and " + (100 - shown) + " more");
  }
}
