package org.gridsight.gisdata.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text of an unknown encoding: a byte order mark decides, else UTF-8, else GB18030 from the first byte that cannot be
 * UTF-8, provided only ASCII came before. Bytes that fit neither become U+FFFD, which the row check finds.
 */
final class TextReader extends Reader {

    static final Charset GB18030 = Charset.forName("GB18030");

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final boolean free;
    private CharsetDecoder decoder;
    private boolean sawOtherThanAscii;
    private boolean ended;
    private boolean flushed;

    TextReader(InputStream in, Optional<Charset> given) throws IOException {
        this.in = in;
        fill();
        Optional<Charset> mark = byteOrderMark();
        this.free = given.isEmpty() && mark.isEmpty();
        this.decoder = decoderOf(given.or(() -> mark).orElse(StandardCharsets.UTF_8), free);
    }

    /** May change from UTF-8 to GB18030 while reading. */
    Charset charset() {
        return decoder.charset();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(buffer, offset, length).slice();
        while (out.position() == 0) {
            if (flushed) {
                return -1;
            }
            CoderResult result = decoder.decode(bytes, out, ended);
            sawOtherThanAscii |=
                    free && !sawOtherThanAscii && hasOtherThanAscii(buffer, offset, offset + out.position());
            if (result.isMalformed() || result.isUnmappable()) {
                leaveUtf8();
            } else if (result.isUnderflow() && !ended) {
                fill();
            } else if (result.isUnderflow()) {
                decoder.flush(out);
                flushed = true;
            } else if (out.position() == 0) {
                throw new IOException("no room for one character");
            }
        }
        return out.position();
    }

    private void leaveUtf8() {
        decoder = decoderOf(sawOtherThanAscii ? decoder.charset() : GB18030, false);
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private Optional<Charset> byteOrderMark() throws IOException {
        while (bytes.remaining() < 3 && !ended) {
            fill();
        }
        int b0 = bytes.remaining() > 0 ? bytes.get(bytes.position()) & 0xFF : 0;
        int b1 = bytes.remaining() > 1 ? bytes.get(bytes.position() + 1) & 0xFF : 0;
        int b2 = bytes.remaining() > 2 ? bytes.get(bytes.position() + 2) & 0xFF : 0;
        if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
            bytes.position(bytes.position() + 3);
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b0 == 0xFE && b1 == 0xFF || b0 == 0xFF && b1 == 0xFE) {
            bytes.position(bytes.position() + 2);
            return Optional.of(b0 == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static CharsetDecoder decoderOf(Charset charset, boolean strict) {
        CodingErrorAction action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    private static boolean hasOtherThanAscii(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] > 127) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
