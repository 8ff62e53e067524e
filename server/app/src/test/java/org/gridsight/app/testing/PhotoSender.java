package org.gridsight.app.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Sends photos by tus as the page of a grid worker does. */
public final class PhotoSender {

    private static final Map<String, String> TUS = Map.of("Tus-Resumable", "1.0.0");

    private final Client client;

    public PhotoSender(Client client) {
        this.client = client;
    }

    /** The whole way, in one piece. */
    public UUID photo(UUID incidentId, String step, byte[] picture) {
        UUID id = UUID.randomUUID();
        photo(id, incidentId, step, picture);
        return id;
    }

    public void photo(UUID id, UUID incidentId, String step, byte[] picture) {
        announce(id, incidentId, step, picture.length).expect(201);
        patch(id, 0, picture).expect(204);
    }

    public Client.Reply announce(UUID id, UUID incidentId, String step, long length) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("photoId", id.toString());
        said.put("incidentId", incidentId.toString());
        said.put("step", step);
        said.put("takenAt", "2026-03-05T13:51:00+08:00");
        said.put("lon", "117.91");
        said.put("lat", "35.81");
        return announce(said, Map.of("Upload-Length", Long.toString(length)));
    }

    public Client.Reply announce(Map<String, String> metadata, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(TUS);
        all.put(
                "Upload-Metadata",
                metadata.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + base64(entry.getValue().getBytes(StandardCharsets.UTF_8)))
                        .collect(Collectors.joining(",")));
        all.putAll(headers);
        return client.send("POST", "/api/uploads", all, new byte[0]);
    }

    public Client.Reply patch(UUID id, long offset, byte[] bytes) {
        return patch(id, offset, bytes, Map.of());
    }

    public Client.Reply patch(UUID id, long offset, byte[] bytes, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(TUS);
        all.put("Content-Type", "application/offset+octet-stream");
        all.put("Upload-Offset", Long.toString(offset));
        all.putAll(more);
        return client.send("PATCH", place(id), all, bytes);
    }

    public Client.Reply head(UUID id) {
        return client.send("HEAD", place(id), TUS, new byte[0]);
    }

    public Client.Reply delete(UUID id) {
        return client.send("DELETE", place(id), TUS, new byte[0]);
    }

    public long offset(UUID id) {
        return Long.parseLong(String.valueOf(head(id).expect(200).headers().get("upload-offset")));
    }

    public static String place(UUID id) {
        return "/api/uploads/" + id;
    }

    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The left half red, the right half blue. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.setColor(Color.BLUE);
        brush.fillRect(width / 2, 0, width - width / 2, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
