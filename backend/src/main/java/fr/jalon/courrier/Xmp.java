package fr.jalon.courrier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.web.util.HtmlUtils;

/** What a PDF says of itself, PDF/UA-1 included. */
final class Xmp {

    private Xmp() {
    }

    static String de(Imprime imprime, Instant le) {
        String date = le.truncatedTo(ChronoUnit.SECONDS).toString();
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                        xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                      <pdfuaid:part>1</pdfuaid:part>
                      <dc:format>application/pdf</dc:format>
                      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li></rdf:Alt></dc:description>
                      <dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
                      <xmp:CreatorTool>Jalon</xmp:CreatorTool>
                      <xmp:CreateDate>%3$s</xmp:CreateDate>
                      <xmp:ModifyDate>%3$s</xmp:ModifyDate>
                      <pdf:Producer>Jalon</pdf:Producer>
                    </rdf:Description>
                  </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(HtmlUtils.htmlEscapeDecimal(imprime.titre()), HtmlUtils.htmlEscapeDecimal(imprime.sujet()), date);
    }
}
