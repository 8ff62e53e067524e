package org.gridsight.media.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridsight.media.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop over real sockets of this machine. */
class EventLoopTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private EventLoop loop;

    @BeforeEach
    void start() throws IOException {
        loop = new EventLoop("test-loop");
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        Recording server = new Recording();
        Recording client = new Recording();
        Listener listener = loop.listen(ANY_PORT, ConnectionLimits.USUAL, caller -> Optional.of(server));
        Connection connection = loop.connect(listener.local(), ConnectionLimits.USUAL, client);
        assertThat(connection.write("hello".getBytes(US_ASCII)))
                .as("written before it stands")
                .isTrue();
        Await.until("the server hears", () -> server.text().equals("hello"));
        connection.close();
        Await.until("the server hears of the end", () -> server.told.contains("closed PEER"));
        Await.until("the client is told once", () -> client.told.contains("closed LOCAL"));
        assertThat(client.told).containsExactly("opened", "closed LOCAL");
        assertThat(connection.write(new byte[1])).as("written after the end").isFalse();
    }

    @Test
    void writesMoreThanTheKernelHolds() throws IOException, InterruptedException {
        byte[] much = new byte[20 << 20];
        new Random(7).nextBytes(much);
        Recording client = new Recording();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ConnectionLimits limits = new ConnectionLimits(Duration.ofSeconds(60), Duration.ZERO, much.length, 0);
            Connection connection = loop.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), limits, client);
            try (Socket socket = server.accept()) {
                assertThat(connection.write(much)).isTrue();
                assertThat(connection.write(new byte[much.length]))
                        .as("over the bound")
                        .isFalse();
                assertThat(socket.getInputStream().readNBytes(much.length)).isEqualTo(much);
                Await.until("told that the queue is empty", () -> client.told.contains("writable"));
                assertThat(connection.write(new byte[much.length]))
                        .as("room again")
                        .isTrue();
            }
            Await.until("told of the end", () -> client.told.size() == 3);
        }
    }

    @Test
    void readsMoreThanOneBufferful() throws IOException {
        byte[] much = new byte[5 << 20];
        new Random(8).nextBytes(much);
        Recording server = new Recording();
        Listener listener = loop.listen(ANY_PORT, ConnectionLimits.USUAL, caller -> Optional.of(server));
        try (Socket socket =
                new Socket(listener.local().getAddress(), listener.local().getPort())) {
            socket.getOutputStream().write(much);
            socket.shutdownOutput();
            Await.until("all has come", () -> server.told.contains("closed PEER"));
        }
        assertThat(server.heard()).isEqualTo(much);
    }

    @Test
    void tellsARefusedCallOnce() throws IOException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAgain.getLocalPort();
        }
        Recording client = new Recording();
        loop.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ConnectionLimits.USUAL, client);
        Await.until("refused", () -> !client.told.isEmpty());
        assertThat(client.told).containsExactly("closed REFUSED");
        assertThat(loop.channelCount()).isZero();
    }

    @Test
    void tellsAnUnresolvedAddressAsRefused() {
        Recording client = new Recording();
        loop.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 554), ConnectionLimits.USUAL, client);
        Await.until("refused", () -> client.told.contains("closed REFUSED"));
        assertThat(loop.failureCount()).isZero();
    }

    @Test
    void closesASilentConnection() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Recording client = new Recording();
            loop.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.getLocalPort()),
                    ConnectionLimits.USUAL.withIdle(Duration.ofMillis(300)),
                    client);
            Await.until("closed", () -> client.told.contains("closed IDLE"));
        }
        assertThat(loop.channelCount()).isZero();
    }

    @Test
    void losesOnlyTheConnectionWhoseHandlerThrows() throws IOException {
        Recording good = new Recording();
        Recording bad = new Recording() {
            @Override
            public void readable(Connection connection, ByteBuffer buffer) {
                throw new IllegalStateException("a bug");
            }
        };
        AtomicInteger calls = new AtomicInteger();
        Listener listener = loop.listen(
                ANY_PORT, ConnectionLimits.USUAL, caller -> Optional.of(calls.getAndIncrement() == 0 ? good : bad));
        Connection first = loop.connect(listener.local(), ConnectionLimits.USUAL, new Recording());
        Await.until("the first stands", () -> good.told.contains("opened"));
        Connection second = loop.connect(listener.local(), ConnectionLimits.USUAL, new Recording());
        second.write(new byte[1]);
        Await.until("the bad one is closed", () -> bad.told.contains("closed HANDLER_FAILED"));
        first.write("still here".getBytes(US_ASCII));
        Await.until("the good one goes on", () -> good.text().equals("still here"));
        assertThat(loop.failureCount()).isEqualTo(1);
    }

    @Test
    void hangsUpOnUnwantedCallers() throws IOException {
        Listener listener = loop.listen(ANY_PORT, ConnectionLimits.USUAL, caller -> Optional.empty());
        try (Socket socket =
                new Socket(listener.local().getAddress(), listener.local().getPort())) {
            socket.setSoTimeout(90_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void carriesDatagrams() throws IOException {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        DatagramHandler handler = new DatagramHandler() {
            @Override
            public void received(DatagramPort port, ByteBuffer packet, InetSocketAddress from) {
                heard.add(US_ASCII.decode(packet) + " from " + from.getPort());
            }

            @Override
            public void closed(DatagramPort port, CloseCause cause) {
                heard.add("closed " + cause);
            }
        };
        DatagramPort one = loop.bind(ANY_PORT, 1 << 20, handler);
        DatagramPort two = loop.bind(ANY_PORT, 0, handler);
        assertThat(two.send(ByteBuffer.wrap("ping".getBytes(US_ASCII)), one.local()))
                .isTrue();
        Await.until("heard", () -> heard.contains("ping from " + two.local().getPort()));
        one.close();
        Await.until("told", () -> heard.contains("closed LOCAL"));
        assertThat(one.send(ByteBuffer.allocate(1), two.local())).isFalse();
    }

    @Test
    void runsTimersInOrderAndNoCancelledOne() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        loop.execute(() -> {
            // so late that no stall between these lines turns the order round
            loop.after(Duration.ofSeconds(3), () -> ran.add("late"));
            loop.after(Duration.ofMillis(5), () -> ran.add("early"));
            Timer cancelled = loop.after(Duration.ofMillis(40), () -> ran.add("never"));
            cancelled.cancel();
            loop.after(Duration.ofMillis(10), () -> {
                throw new IllegalStateException("a bug");
            });
        });
        Await.until("the last ran", () -> ran.contains("late"));
        assertThat(ran).containsExactly("early", "late");
        assertThat(loop.failureCount()).isEqualTo(1);
    }

    @Test
    void freesEverythingWhenItEnds() throws IOException {
        Recording server = new Recording();
        Recording client = new Recording();
        Listener listener = loop.listen(ANY_PORT, ConnectionLimits.USUAL, caller -> Optional.of(server));
        loop.connect(listener.local(), ConnectionLimits.USUAL, client);
        Await.until("stands", () -> server.told.contains("opened") && client.told.contains("opened"));
        assertThat(loop.channelCount()).isEqualTo(3);
        loop.close();
        assertThat(client.told).last().isEqualTo("closed LOCAL");
        assertThat(server.told).last().asString().startsWith("closed");
        assertThat(loop.channelCount()).isZero();
        assertThatThrownBy(() -> new Socket(
                        listener.local().getAddress(), listener.local().getPort()))
                .isInstanceOf(IOException.class);
        Recording tooLate = new Recording();
        loop.connect(listener.local(), ConnectionLimits.USUAL, tooLate);
        assertThat(tooLate.told).containsExactly("closed LOCAL");
        assertThatThrownBy(() -> loop.listen(ANY_PORT, ConnectionLimits.USUAL, caller -> Optional.empty()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void handsLoopsOutInTurn() throws IOException {
        try (EventLoops loops = new EventLoops("turn", 2)) {
            EventLoop one = loops.next();
            EventLoop two = loops.next();
            assertThat(one).isNotSameAs(two);
            assertThat(loops.next()).isSameAs(one);
            assertThat(loops.channelCount()).isZero();
            assertThat(loops.failureCount()).isZero();
        }
        assertThatThrownBy(() -> new EventLoops("none", 0)).hasMessageContaining("was 0");
    }
}
