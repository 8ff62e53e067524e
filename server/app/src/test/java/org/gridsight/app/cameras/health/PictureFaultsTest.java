package org.gridsight.app.cameras.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gridsight.app.testing.EmbeddedTown;
import org.gridsight.app.testing.LiveSocket;
import org.junit.jupiter.api.Test;

/** Each fault of a picture, seen in real coded streams over real sockets. */
@EmbeddedTown
class PictureFaultsTest extends InspectedTown {

    private String fault() {
        return health().path("fault").asString("");
    }

    @Test
    void tellsACoveredLens() throws IOException, InterruptedException {
        show("color=gray:size=320x180:rate=5,noise=alls=2:allf=t");
        look(3);
        assertThat(fault()).isEqualTo("COVERED");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void makesOneCaseOfAPictureThatIsBlackAndStandsStill() throws IOException, InterruptedException {
        show("color=black:size=320x180:rate=5");
        look(5);
        assertThat(fault()).isEqualTo("BLACK");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void tellsABlurredLens() throws IOException, InterruptedException {
        show("testsrc2=size=320x180:rate=5,boxblur=10,noise=alls=2:allf=t");
        look(3);
        assertThat(fault()).isEqualTo("BLURRED");
    }

    @Test
    void changesTheMarkOnOpenMaps() {
        try (LiveSocket map = duty.live()) {
            map.send(Map.of("op", "subscribe", "streams", List.of(), "cameras", true));
            map.awaitOp("subscribed");
            look(1);
            map.awaitFrame(frame -> frame.path("op").asString().equals("cameras")
                    && frame.path("items").toString().contains("[\"" + cameraId + "\",\"ONLINE\","));
        }
    }

    @Test
    void tellsAFrozenPicture() {
        look(1);
        // a look may still meet the stream of the one before, and so a later picture
        for (int i = 0; i < 20 && fault().isEmpty(); i++) {
            lookAtTheSame();
        }
        assertThat(fault()).isEqualTo("FROZEN");
        look(3);
        assertThat(fault()).isEmpty();
    }

    @Test
    void remembersTheUsualViewOverARestart() throws IOException, InterruptedException {
        look(7);
        restart();
        show("mandelbrot=size=320x180:rate=5:start_scale=2:end_pts=2000,noise=alls=10:allf=t");
        look(4);
        assertThat(fault()).isEqualTo("MOVED");
    }
}
