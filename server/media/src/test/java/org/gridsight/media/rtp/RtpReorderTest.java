package org.gridsight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Order out of disorder. */
class RtpReorderTest {

    private final List<Integer> order = new ArrayList<>();
    private int lost;
    private final RtpReorder reorder = new RtpReorder(16, 1000, new RtpReorder.Receiver() {
        @Override
        public void packet(ByteBuffer packet) {
            order.add(packet.getInt(packet.position()));
        }

        @Override
        public void lost(int packets) {
            lost += packets;
        }
    });

    @Test
    void passesPacketsInOrderAcrossTheWrap() {
        for (int i = 65_530; i < 65_545; i++) {
            offer(i & 0xffff, 0);
        }
        assertThat(order).hasSize(15).startsWith(65_530).endsWith(8);
        assertThat(lost).isZero();
    }

    @Test
    void putsMixedPacketsInOrder() {
        Random random = new Random(5);
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            sent.add(i & 0xffff);
        }
        for (int i = 2; i + 1 < sent.size(); i += 2 + random.nextInt(3)) {
            Collections.swap(sent, i, i + 1);
        }
        sent.forEach(sequence -> offer(sequence, 0));
        assertThat(order).hasSize(5_000).isSorted();
        assertThat(lost).isZero();
        assertThat(reorder.waitingCount()).isZero();
    }

    @Test
    void givesUpAGapWhenTheWindowIsFull() {
        offer(100, 0);
        for (int i = 102; i < 119; i++) {
            offer(i, 0);
        }
        assertThat(lost).isEqualTo(1);
        assertThat(order).hasSize(18).isSorted();
    }

    @Test
    void givesUpAGapThatLastsTooLong() {
        offer(100, 0);
        offer(103, 10);
        offer(104, 500);
        assertThat(order).containsExactly(100);
        offer(105, 1_500);
        assertThat(lost).isEqualTo(2);
        assertThat(order).containsExactly(100, 103, 104, 105);
    }

    @Test
    void dropsDoublesAndLatecomers() {
        for (int sequence : new int[] {7, 8, 8, 7, 10, 10, 9, 8}) {
            offer(sequence, 0);
        }
        assertThat(order).containsExactly(7, 8, 9, 10);
        assertThat(lost).isZero();
    }

    @Test
    void beginsAnewWhenTheSenderLeaps() {
        offer(5, 0);
        offer(7, 0);
        offer(40_000, 0);
        offer(40_001, 0);
        assertThat(order).containsExactly(5, 40_000, 40_001);
        assertThat(lost).isEqualTo(1);
        offer(40_500, 0);
        assertThat(order).endsWith(40_500);
        assertThat(lost).isEqualTo(499);
    }

    @Test
    void survivesAnyOrder() {
        Random random = new Random(77);
        for (int i = 0; i < 100_000; i++) {
            int sequence = random.nextInt(20) == 0 ? random.nextInt(65_536) : (i + random.nextInt(40)) & 0xffff;
            offer(sequence, i * 100L);
        }
        assertThat(reorder.waitingCount()).isLessThanOrEqualTo(16);
        assertThat(order).isNotEmpty();
    }

    @Test
    void asksForAPowerOfTwo() {
        assertThatThrownBy(() -> new RtpReorder(10, 1, new RtpReorder.Receiver() {
                    @Override
                    public void packet(ByteBuffer packet) {}

                    @Override
                    public void lost(int packets) {}
                }))
                .hasMessageContaining("was 10");
    }

    private void offer(int sequence, long now) {
        reorder.offer(ByteBuffer.allocate(12).putInt(0, sequence), sequence, now);
    }
}
