package org.gridsight.media.rtsp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridsight.media.Codec;
import org.gridsight.media.MediaFault;
import org.gridsight.media.SoundFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads session descriptions (RFC 4566) as cameras write them: any line ends, blanks and letters, in any order. Takes the
 * first video track of a codec we know.
 */
final class Sdp {

    private static final int MAX_LINES = 500;
    private static final int MAX_TRACKS = 32;
    private static final int VIDEO_CLOCK = 90_000;

    /** One m= section. */
    private static final class Media {
        private final String kind;
        private final List<Integer> types;
        private final Map<Integer, String> codings = new HashMap<>();
        private final Map<Integer, String> formats = new HashMap<>();
        private String control = "";

        Media(String kind, List<Integer> types) {
            this.kind = kind;
            this.types = types;
        }

        private boolean is(String wanted) {
            return kind.equalsIgnoreCase(wanted);
        }
    }

    private final List<Media> tracks = new ArrayList<>();
    private String sessionControl = "";

    private Sdp(String text) {
        int count = 0;
        @Nullable Media current = null;
        for (String raw : text.split("[\r\n]+")) {
            String line = raw.strip();
            if (++count > MAX_LINES || tracks.size() > MAX_TRACKS) {
                return;
            }
            if (line.length() < 2 || line.charAt(1) != '=') {
                continue;
            }
            String value = line.substring(2).strip();
            if (line.charAt(0) == 'm') {
                current = media(value);
                tracks.add(current);
            } else if (line.charAt(0) == 'a') {
                attribute(current, value);
            }
        }
    }

    /** The track to ask for, or nothing; {@link #whyNot} tells the reason. */
    static Optional<SdpVideo> video(String text) {
        Sdp sdp = new Sdp(text);
        return sdp.tracks.stream()
                .filter(track -> track.is("video"))
                .flatMap(track -> sdp.choose(track).stream())
                .findFirst();
    }

    /** The first track of sound, played or not. */
    static Optional<SdpSound> sound(String text) {
        return new Sdp(text)
                .tracks.stream()
                        .filter(track -> track.is("audio") && !track.types.isEmpty())
                        .map(Sdp::sound)
                        .findFirst();
    }

    private static SdpSound sound(Media media) {
        int type = media.types.get(0);
        String usual = type == 0 ? "PCMU" : type == 8 ? "PCMA" : "?";
        String name =
                media.codings.getOrDefault(type, usual).split("/")[0].strip().toUpperCase(Locale.ROOT);
        Map<String, String> format = parameters(media.formats.getOrDefault(type, ""));
        boolean aac = name.equals("MPEG4-GENERIC")
                && format.getOrDefault("sizelength", "").equals("13")
                && format.getOrDefault("indexlength", "").equals("3");
        SoundFormat sound = aac
                ? SoundFormat.aac(hex(format.getOrDefault("config", "")))
                : SoundFormat.unplayed(
                        switch (name) {
                            case "PCMA" -> "G.711 A";
                            case "PCMU" -> "G.711 µ";
                            default -> name.matches("[A-Z0-9.-]{1,20}") ? name : "?";
                        });
        return new SdpSound(sound, type, media.control);
    }

    private static byte[] hex(String digits) {
        return digits.matches("([0-9a-fA-F]{2}){1,64}") ? HexFormat.of().parseHex(digits) : new byte[0];
    }

    static MediaFault whyNot(String text) {
        Sdp sdp = new Sdp(text);
        if (sdp.tracks.stream().noneMatch(track -> track.is("video"))) {
            return new MediaFault("sdp-no-video", "the camera describes no video track");
        }
        return new MediaFault("sdp-codec", "the camera describes video, but neither H.264 nor H.265");
    }

    private static Media media(String value) {
        String[] words = value.split("\\s+");
        List<Integer> types = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            int type = number(words[i]);
            if (type >= 0 && type < 128) {
                types.add(type);
            }
        }
        return new Media(words[0], types);
    }

    private void attribute(@Nullable Media media, String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            return;
        }
        String name = value.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String rest = value.substring(colon + 1).strip();
        if (name.equals("control")) {
            if (media == null) {
                sessionControl = rest;
            } else {
                media.control = rest;
            }
        } else if (media != null && (name.equals("rtpmap") || name.equals("fmtp"))) {
            String[] parts = rest.split("\\s+", 2);
            if (parts.length == 2) {
                (name.equals("rtpmap") ? media.codings : media.formats).put(number(parts[0]), parts[1]);
            }
        }
    }

    private Optional<SdpVideo> choose(Media media) {
        for (int type : media.types) {
            String coding = media.codings.getOrDefault(type, "");
            String[] parts = coding.split("/");
            @Nullable Codec codec = codec(parts[0].strip());
            if (codec != null) {
                int rate = parts.length > 1 ? number(parts[1].strip()) : VIDEO_CLOCK;
                Map<String, String> format = parameters(media.formats.getOrDefault(type, ""));
                return Optional.of(new SdpVideo(
                        new SdpVideo.Track(codec, type, rate > 0 ? rate : VIDEO_CLOCK),
                        media.control,
                        sessionControl,
                        sets(codec, format),
                        codec == Codec.H265 && number(format.getOrDefault("sprop-max-don-diff", "0")) > 0));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Codec codec(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "H264" -> Codec.H264;
            case "H265", "HEVC" -> Codec.H265;
            default -> null;
        };
    }

    private static Map<String, String> parameters(String format) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : format.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                // values in Base64 end in equals signs of their own
                parameters.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            }
        }
        return parameters;
    }

    private static List<byte[]> sets(Codec codec, Map<String, String> format) {
        List<byte[]> sets = new ArrayList<>();
        List<String> names =
                codec == Codec.H264 ? List.of("sprop-parameter-sets") : List.of("sprop-vps", "sprop-sps", "sprop-pps");
        for (String name : names) {
            for (String text : format.getOrDefault(name, "").split(",")) {
                try {
                    sets.add(Base64.getMimeDecoder().decode(text));
                } catch (IllegalArgumentException e) {
                    // the same sets usually come in band: nothing is lost yet
                    continue;
                }
            }
        }
        sets.removeIf(set -> set.length == 0);
        return sets;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
