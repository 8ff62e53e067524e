package org.gridsight.media.analysis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;

/** The child process: answers one request after the other until its standard input ends, as it does when the parent dies. */
public final class DecoderMain {

    private DecoderMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // nothing else may write between our answers
        System.setOut(new PrintStream(System.err, true));
        StillMaker maker = new StillMaker();
        out.writeByte(DecoderWire.READY);
        out.flush();
        try {
            while (true) {
                answer(out, maker, DecoderWire.readRequest(in));
            }
        } catch (EOFException e) {
            // the parent has closed or is gone
        }
    }

    private static void answer(DataOutputStream out, StillMaker maker, StillRequest request) throws IOException {
        try {
            DecoderWire.write(out, maker.make(request));
        } catch (StillMaker.Undecodable e) {
            DecoderWire.writeFailure(out, String.valueOf(e.getMessage()));
        }
    }
}
