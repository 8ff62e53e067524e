package org.gridsight.media.gb28181;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of devices: strict UTF-8 first, else GB18030, whatever the text says of itself. No document type, no entity
 * beyond the five, bounded in bytes, depth and number of elements. Bare ampersands and control characters, which devices put
 * into names, are mended. Belongs to one thread.
 */
final class ManscdpReader {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 12;
    private static final int MAX_ELEMENTS = 60_000;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    ManscdpReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    }

    /** The root element; empty when the bytes are no such text. */
    Optional<Element> read(byte[] body) {
        if (body.length == 0 || body.length > MAX_BYTES) {
            return Optional.empty();
        }
        String text = decode(body);
        int start = text.indexOf('<');
        if (start < 0) {
            return Optional.empty();
        }
        String mended = BARE_AMPERSAND.matcher(text.substring(start)).replaceAll("&amp;");
        try {
            return tree(factory.createXMLStreamReader(
                    new StringReader(CONTROL.matcher(mended).replaceAll(" "))));
        } catch (XMLStreamException | RuntimeException e) {
            // the JDK's parser throws unchecked exceptions for some broken texts
            return Optional.empty();
        }
    }

    static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(body, GB18030);
        }
    }

    private static Optional<Element> tree(XMLStreamReader reader) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            int kind = reader.next();
            if (kind == XMLStreamConstants.START_ELEMENT) {
                if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
                    return Optional.empty();
                }
                open.push(new Element(reader.getLocalName()));
                texts.push(new StringBuilder());
            } else if (kind == XMLStreamConstants.CHARACTERS && !texts.isEmpty()) {
                texts.peek().append(reader.getText());
            } else if (kind == XMLStreamConstants.END_ELEMENT) {
                Element done = open.pop();
                done.setText(texts.pop().toString());
                if (open.isEmpty()) {
                    return Optional.of(done);
                }
                open.peek().add(done);
            }
        }
        return Optional.empty();
    }
}
