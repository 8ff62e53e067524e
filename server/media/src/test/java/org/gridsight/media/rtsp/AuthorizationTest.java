package org.gridsight.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridsight.media.net.Credentials;
import org.junit.jupiter.api.Test;

/** Signing in, against worked examples and another reading of the standard. */
class AuthorizationTest {

    private static final Credentials MUFASA = new Credentials("Mufasa", "Circle Of Life");

    @Test
    void agreesWithTheWorkedExampleWithoutQop() {
        // RFC 2069's scheme with the values of RFC 2617 section 3.5, computed by hand with md5sum
        Authorization login = new Authorization(MUFASA);
        login.accept(challenge(
                "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc\""));
        assertThat(login.header("GET", "/dir/index.html").orElseThrow())
                .isEqualTo("Digest username=\"Mufasa\", realm=\"testrealm@host.com\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\","
                        + " response=\"670fd8c2df070c60b045671b8b24ff02\", opaque=\"5ccc\"");
    }

    @Test
    void countsUsesAndChoosesTheStrongest() {
        Authorization login = new Authorization(MUFASA);
        Challenge strongest = Challenge.strongest(List.of(
                        "Basic realm=\"a\"",
                        "Digest realm=\"b\", nonce=\"1\", Digest realm=\"c\", nonce=\"2\", algorithm=SHA-256, qop=auth",
                        "Digest realm=\"d\", nonce=\"3\", algorithm=SHA-512-256"))
                .orElseThrow();
        assertThat(strongest.value("realm")).isEqualTo("c");
        assertThat(login.accept(strongest)).isTrue();
        String first = login.header("PLAY", "rtsp://h/a").orElseThrow();
        String second = login.header("PLAY", "rtsp://h/a").orElseThrow();
        assertThat(first).contains("nc=00000001");
        assertThat(second).contains("nc=00000002");
        assertThat(ServerLogin.accepts(MUFASA, "PLAY", first)).isTrue();
        assertThat(ServerLogin.accepts(MUFASA, "PLAY", second)).isTrue();
        assertThat(ServerLogin.accepts(MUFASA, "PAUSE", second)).isFalse();
    }

    @Test
    void triesAgainOnlyForANewNonceOrAStaleOne() {
        Authorization login = new Authorization(MUFASA);
        assertThat(login.header("PLAY", "x")).isEmpty();
        assertThat(login.accept(challenge("Digest realm=\"r\", nonce=\"1\""))).isTrue();
        assertThat(login.accept(challenge("Digest realm=\"r\", nonce=\"1\""))).isFalse();
        assertThat(login.accept(challenge("Digest realm=\"r\", nonce=\"1\", stale=TRUE")))
                .isTrue();
        assertThat(login.accept(challenge("Digest realm=\"r\", nonce=\"2\""))).isTrue();
        assertThat(login.accept(challenge("Basic realm=\"r\""))).isTrue();
        assertThat(login.accept(challenge("Basic realm=\"r\""))).isFalse();
    }

    @Test
    void takesNoChallengeItCannotAnswer() {
        assertThat(Challenge.strongest(List.of("Bearer x", "Digest realm=\"r\"", "", "Digest", "Basic")))
                .isEmpty();
        assertThat(Challenge.strongest(List.of("Digest realm=\"r\", nonce=\"1\", qop=\"auth-int\"")))
                .isEmpty();
    }

    private static Challenge challenge(String header) {
        return Challenge.strongest(List.of(header)).orElseThrow();
    }
}
