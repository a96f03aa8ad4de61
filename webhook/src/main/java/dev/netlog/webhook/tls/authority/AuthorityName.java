package dev.netlog.webhook.tls.authority;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// The name of our authorities, by which they are recognised in a bundle.
///
/// @param commonName the purpose of the authority
public record AuthorityName(String commonName) {
  private static final String ORGANIZATION = "netlog-webhook";

  /// The name of one authority. It includes the serial number, since clients confuse two
  /// authorities of the same name.
  X500Name subject(BigInteger serial) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, ORGANIZATION)
        .addRDN(BCStyle.CN, commonName)
        .addRDN(BCStyle.SERIALNUMBER, serial.toString(16))
        .build();
  }

  /// Whether a certificate is an authority with this name.
  boolean isOf(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return ORGANIZATION.equals(only(subject, BCStyle.O))
        && commonName.equals(only(subject, BCStyle.CN));
  }

  private static String only(X500Name name, ASN1ObjectIdentifier type) {
    RDN[] found = name.getRDNs(type);
    return found.length == 1 ? IETFUtils.valueToString(found[0].getFirst().getValue()) : "";
  }
}
