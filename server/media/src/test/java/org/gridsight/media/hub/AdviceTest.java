package org.gridsight.media.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gridsight.media.MediaFault;
import org.gridsight.media.StreamStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is advised on the faults that our own sources tell. */
class AdviceTest {

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, rtsp-unreachable, check-network",
        "REGISTERED, address-unresolved, check-network",
        "REGISTERED, address-not-listed, address-not-allowed",
        "INVITED, rtsp-unauthorised, check-password",
        "INVITED, rtsp-closed, check-channel",
        "ANSWERED, sdp-codec, check-encoding",
        "FIRST_PACKET, no-packet, check-media-path",
        "FIRST_KEYFRAME, no-keyframe, shorten-key-interval",
        "FIRST_KEYFRAME, rtp-lost, check-media-path",
        "FIRST_KEYFRAME, ps-no-pack, check-encoding",
        "FIRST_FRAGMENT, format-unreadable, check-encoding"
    })
    void fitsTheStepAndTheFault(StreamStep failed, String code, String advice) {
        assertThat(Advice.on(failed, new MediaFault(code, "")).code()).isEqualTo(advice);
    }

    @Test
    void isGivenForEveryStep() {
        assertThat(Arrays.stream(StreamStep.values()).map(step -> Advice.on(step, null)))
                .doesNotContainNull();
        assertThat(Advice.on(null, new MediaFault("rtsp-closed", ""))).isEqualTo(Advice.WAIT_FOR_RETRY);
    }
}
