package org.gridsight.media.gb28181;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a large picture leaves in datagrams. */
class PacedPacketsTest {

    private final List<Integer> sent = new ArrayList<>();
    private final Deque<Runnable> timers = new ArrayDeque<>();
    private int roomTold;
    private final PacedPackets packets =
            new PacedPackets(packet -> sent.add(packet.getInt()), (delay, task) -> timers.add(task), () -> roomTold++);

    private void send(int from, int to) {
        // one buffer for all, as the writer does it
        ByteBuffer buffer = ByteBuffer.allocate(4);
        for (int number = from; number < to; number++) {
            packets.send(buffer.clear().putInt(number).flip());
        }
    }

    @Test
    void sendsAFewAtATimeInOrder() {
        send(0, 100);
        assertThat(sent).hasSize(PacedPackets.AT_ONCE);
        assertThat(packets.isIdle()).isFalse();
        assertThat(timers).hasSize(1);
        timers.remove().run();
        assertThat(sent).hasSize(2 * PacedPackets.AT_ONCE);
        assertThat(roomTold).isZero();
        // what comes meanwhile stands in line
        send(100, 101);
        while (!timers.isEmpty()) {
            timers.remove().run();
        }
        assertThat(sent).isEqualTo(IntStream.range(0, 101).boxed().toList());
        assertThat(roomTold).isEqualTo(1);
        assertThat(packets.isIdle()).isTrue();
    }

    @Test
    void holdsManySmallPicturesToTheSamePace() {
        for (int picture = 0; picture < 20; picture++) {
            send(picture * 3, picture * 3 + 3);
        }
        assertThat(sent).hasSize(PacedPackets.AT_ONCE);
        packets.drop();
        timers.remove().run();
        assertThat(sent).hasSize(PacedPackets.AT_ONCE);
        send(900, 901);
        assertThat(sent).last().isEqualTo(900);
    }
}
