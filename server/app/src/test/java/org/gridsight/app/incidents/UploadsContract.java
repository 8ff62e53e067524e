package org.gridsight.app.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gridsight.app.access.Role;
import org.gridsight.app.incidents.photos.PhotoBackDoor;
import org.gridsight.app.testing.Client;
import org.gridsight.app.testing.PhotoSender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Photos over real sockets: pieces, cuts, repetitions, bad files, and who may see what comes of them. */
abstract class UploadsContract extends DoorsContract {

    private static final byte[] PICTURE = PhotoSender.picture("jpg", 640, 400);

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    private Client worker = Client.at(URI.create("http://localhost"));
    private PhotoSender sender = new PhotoSender(worker);
    private PhotoBackDoor backDoor = new PhotoBackDoor(product);

    @BeforeEach
    void signIn() {
        worker = person("拍照人", Town.FIRST_VILLAGE, Role.GRID_WORKER);
        sender = new PhotoSender(worker);
        backDoor = new PhotoBackDoor(product);
    }

    private UUID incident() {
        return incidents.report(Town.incident("有照片"), Town.duty()).id();
    }

    private static String photos(UUID incident) {
        return "/api/incidents/" + incident + "/photos";
    }

    private JsonNode list(Client client, UUID incident) {
        return client.get(photos(incident)).expect(200).json().path("items");
    }

    @Test
    void piecesBecomeAPhotoOfTheCase() throws IOException {
        UUID incident = incident();
        UUID id = UUID.randomUUID();
        Client.Reply begun =
                sender.announce(id, incident, "HANDLE", PICTURE.length).expect(201);
        assertThat(begun.headers().get("location")).endsWith(PhotoSender.place(id));
        assertThat(begun.headers()).containsEntry("upload-offset", "0").containsKey("upload-expires");
        Client.Reply half = sender.patch(id, 0, Arrays.copyOf(PICTURE, 1000)).expect(204);
        assertThat(half.headers()).containsEntry("upload-offset", "1000").containsEntry("tus-resumable", "1.0.0");
        assertThat(sender.offset(id)).isEqualTo(1000);
        assertThat(list(worker, incident)).isEmpty();
        sender.patch(id, 1000, Arrays.copyOfRange(PICTURE, 1000, PICTURE.length))
                .expect(204);
        JsonNode photo = list(worker, incident).get(0);
        assertThat(photo.path("photoId").asString()).isEqualTo(id.toString());
        assertThat(photo.path("step").asString()).isEqualTo("HANDLE");
        assertThat(photo.path("takenAt").asString()).isEqualTo("2026-03-05T05:51:00Z");
        assertThat(photo.path("location").path("coordinates").get(0).asDouble()).isEqualTo(117.91);
        assertThat(photo.path("by").asString()).isEqualTo("拍照人");
        assertThat(photo.path("width").asInt()).isEqualTo(640);
        assertThat(worker.get("/api/incidents/" + incident)
                        .json()
                        .path("photos")
                        .asInt())
                .isOne();
        Client.Reply large = worker.get(photos(incident) + "/" + id + ".jpg").expect(200);
        assertThat(large.headers().get("content-type")).isEqualTo("image/jpeg");
        assertThat(large.headers().get("cache-control")).isEqualTo("no-store");
        assertThat(width(large)).isEqualTo(640);
        assertThat(width(worker.get(photos(incident) + "/" + id + ".jpg?width=200")))
                .isEqualTo(360);
        assertThat(audited("incident.add-photo", id)).isOne();
        assertThat(audited("incident.read-photo", id)).isOne();
        assertThat(backDoor.part(id)).doesNotExist();
    }

    private static int width(Client.Reply jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg.body())).getWidth();
    }

    private int audited(String action, UUID photo) {
        return jdbc.sql("select count(*) from audit.record where action = ? and details like ?")
                .params(action, "%" + photo + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void aCutLineGoesOnWhereTheServerSays() throws IOException {
        UUID incident = incident();
        UUID id = UUID.randomUUID();
        sender.announce(id, incident, "REPORT", PICTURE.length).expect(201);
        String token = worker.createToken("cut");
        try (Socket line = new Socket("localhost", port)) {
            OutputStream out = line.getOutputStream();
            String head = "PATCH " + PhotoSender.place(id) + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + PICTURE.length
                    + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(PICTURE, 0, PICTURE.length / 2);
            out.flush();
            // the line hangs; whoever asks where to go on ends it
            long offset = sender.offset(id);
            assertThat(offset).isBetween(0L, PICTURE.length / 2L);
        }
        // what the cut line had brought may still be on its way to the file: then the server says where to go on
        await().atMost(Duration.ofSeconds(60)).until(() -> goesOn(id) == 204);
        assertThat(list(worker, incident)).hasSize(1);
        assertThat(sender.offset(id)).isEqualTo(PICTURE.length);
    }

    private int goesOn(UUID id) {
        int offset = Math.toIntExact(sender.offset(id));
        return sender.patch(id, offset, Arrays.copyOfRange(PICTURE, offset, PICTURE.length))
                .status();
    }

    @Test
    void repetitionsChangeNothing() {
        UUID incident = incident();
        UUID id = UUID.randomUUID();
        sender.announce(id, incident, "REPORT", PICTURE.length).expect(201);
        sender.patch(id, 0, Arrays.copyOf(PICTURE, 500)).expect(204);
        Client.Reply again = sender.patch(id, 0, Arrays.copyOf(PICTURE, 500)).expect(409);
        assertThat(again.json().path("code").asString()).isEqualTo("photo.wrong-offset");
        assertThat(again.json().path("offset").asInt()).isEqualTo(500);
        assertThat(sender.announce(id, incident, "REPORT", PICTURE.length)
                        .expect(201)
                        .headers())
                .containsEntry("upload-offset", "500");
        sender.announce(id, incident, "REPORT", 77).expect(409);
        new PhotoSender(person("另一人", Town.FIRST_VILLAGE, Role.GRID_WORKER))
                .announce(id, incident, "REPORT", PICTURE.length)
                .expect(409);
        sender.patch(id, 500, Arrays.copyOfRange(PICTURE, 500, PICTURE.length)).expect(204);
        sender.patch(id, PICTURE.length, new byte[0]).expect(204);
        sender.announce(id, incident, "REPORT", PICTURE.length).expect(201);
        assertThat(list(worker, incident)).hasSize(1);
        sender.delete(id).expect(409);
    }

    @Test
    void aPieceThatDoesNotFitItsChecksumIsDropped() throws Exception {
        UUID id = UUID.randomUUID();
        sender.announce(id, incident(), "REPORT", PICTURE.length).expect(201);
        byte[] piece = Arrays.copyOf(PICTURE, 700);
        String wrong = "sha1 " + PhotoSender.base64(new byte[20]);
        sender.patch(id, 0, piece, Map.of("Upload-Checksum", wrong)).expect(460);
        assertThat(sender.offset(id)).isZero();
        sender.patch(id, 0, piece, Map.of("Upload-Checksum", "crc32 AAAA")).expect(400);
        String right = "sha256 "
                + PhotoSender.base64(MessageDigest.getInstance("SHA-256").digest(piece));
        sender.patch(id, 0, piece, Map.of("Upload-Checksum", right)).expect(204);
        assertThat(sender.offset(id)).isEqualTo(700);
    }

    @Test
    void badFilesAreRefusedWithWords() {
        UUID incident = incident();
        byte[] bomb = PhotoSender.picture("png", 10, 10);
        ByteBuffer.wrap(bomb).putInt(16, 30_000).putInt(20, 30_000);
        assertThat(refusal(incident, bomb)).isEqualTo("photo.too-many-pixels");
        assertThat(refusal(incident, "一段文字".getBytes(StandardCharsets.UTF_8))).isEqualTo("photo.not-a-picture");
        assertThat(refusal(incident, "....ftypheic....".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("photo.heic");
        sender.announce(UUID.randomUUID(), incident, "REPORT", 0).expect(422);
        sender.announce(UUID.randomUUID(), incident, "REPORT", 12L * 1024 * 1024 + 1)
                .expect(413);
        Client.Reply faults = sender.announce(Map.of("photoId", "7", "lon", "x"), Map.of("Upload-Length", "-1"))
                .expect(422);
        assertThat(faults.text()).contains("photoId", "incidentId", "step", "lon", "Upload-Length");
        Client.Reply old = worker.send("POST", "/api/uploads", Map.of("Tus-Resumable", "0.2.0"), new byte[0]);
        assertThat(old.expect(412).headers()).containsEntry("tus-version", "1.0.0");
        assertThat(list(worker, incident)).isEmpty();
    }

    /** Refused by the last byte, and again when it is asked for. */
    private String refusal(UUID incident, byte[] bytes) {
        UUID id = UUID.randomUUID();
        sender.announce(id, incident, "REPORT", bytes.length).expect(201);
        String code = sender.patch(id, 0, bytes).expect(422).json().path("code").asString();
        assertThat(sender.announce(id, incident, "REPORT", bytes.length)
                        .expect(422)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(code);
        return code;
    }

    @Test
    void moreBytesThanAnnouncedAreNotTaken() {
        UUID id = UUID.randomUUID();
        sender.announce(id, incident(), "REPORT", 100).expect(201);
        sender.patch(id, 0, Arrays.copyOf(PICTURE, 101)).expect(413);
        assertThat(sender.offset(id)).isZero();
        assertThat(worker.send("PATCH", PhotoSender.place(id), Map.of("Tus-Resumable", "1.0.0"), new byte[1])
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aCaseTakesNineHoweverManyComeAtOnce() throws Exception {
        UUID incident = incident();
        List<Integer> answers = together(IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> sender.announce(UUID.randomUUID(), incident, "REPORT", 1000)
                        .status())
                .toList());
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(9);
        assertThat(answers).containsOnly(201, 409);
    }

    @Test
    void onePhotoAnnouncedTwiceAtOnceIsOne() throws Exception {
        UUID incident = incident();
        UUID id = UUID.randomUUID();
        Callable<Integer> announce =
                () -> sender.announce(id, incident, "REPORT", PICTURE.length).status();
        assertThat(together(List.of(announce, announce, announce))).containsOnly(201);
        Callable<Integer> patch = () -> sender.patch(id, 0, PICTURE).status();
        assertThat(together(List.of(patch, patch))).contains(204);
        assertThat(list(worker, incident)).hasSize(1);
    }

    @Test
    void aPhotoWaitsForItsIncident() {
        UUID incident = UUID.randomUUID();
        UUID own = sender.photo(incident, "REPORT", PICTURE);
        Client stranger = person("另一人", Town.FIRST_VILLAGE, Role.GRID_WORKER);
        new PhotoSender(stranger).photo(incident, "REPORT", PICTURE);
        worker.get(photos(incident)).expect(404);
        Map<String, Object> body = new HashMap<>(Town.body("照片先到"));
        body.put("id", incident.toString());
        worker.post("/api/incidents", body).expect(201);
        JsonNode photos = list(worker, incident);
        assertThat(photos).hasSize(1);
        assertThat(photos.get(0).path("photoId").asString()).isEqualTo(own.toString());
    }

    @Test
    void onlyThoseWhoSeeTheCaseSeeItsPhotos() {
        UUID incident = incident();
        UUID id = sender.photo(incident, "REPORT", PICTURE);
        String picture = photos(incident) + "/" + id + ".jpg";
        Client wall = person("大屏", Town.CODE, Role.SCREEN);
        assertThat(wall.get(photos(incident)).status()).isEqualTo(403);
        assertThat(wall.get(picture).status()).isEqualTo(403);
        assertThat(wall.get("/api/incidents/" + incident).json().path("photos").asInt())
                .isZero();
        Client far = person("远处", Town.SECOND_VILLAGE, Role.DISPATCHER);
        assertThat(far.get(photos(incident)).status()).isEqualTo(404);
        assertThat(far.get(picture).status()).isEqualTo(404);
        PhotoSender farSender = new PhotoSender(far);
        farSender.announce(UUID.randomUUID(), incident, "REPORT", 100).expect(404);
        UUID unfinished = UUID.randomUUID();
        sender.announce(unfinished, incident, "REPORT", 100).expect(201);
        farSender.head(unfinished).expect(404);
        farSender.patch(unfinished, 0, new byte[1]).expect(404);
        farSender.delete(unfinished).expect(404);
        sender.delete(unfinished).expect(204);
        sender.head(unfinished).expect(404);
        // another case's address shows it as little
        assertThat(worker.get(photos(incident()) + "/" + id + ".jpg").status()).isEqualTo(404);
    }

    @Test
    void whatAKillLeftHalfDoneIsDoneAgain() {
        UUID incident = incident();
        UUID asked = UUID.randomUUID();
        sender.announce(asked, incident, "REPORT", PICTURE.length).expect(201);
        backDoor.flushed(asked, PICTURE);
        assertThat(sender.offset(asked)).isEqualTo(PICTURE.length);
        UUID forgotten = UUID.randomUUID();
        sender.announce(forgotten, incident, "REPORT", PICTURE.length).expect(201);
        backDoor.flushed(forgotten, PICTURE);
        backDoor.sweep();
        assertThat(list(worker, incident)).hasSize(2);
    }

    @Test
    void whatNobodyEndsIsDeleted() {
        UUID unfinished = UUID.randomUUID();
        sender.announce(unfinished, incident(), "REPORT", PICTURE.length).expect(201);
        sender.patch(unfinished, 0, Arrays.copyOf(PICTURE, 10)).expect(204);
        UUID lonely = sender.photo(UUID.randomUUID(), "REPORT", PICTURE);
        UUID incident = incident();
        UUID kept = sender.photo(incident, "REPORT", PICTURE);
        clock.advance(Duration.ofHours(25));
        sender.head(unfinished).expect(404);
        backDoor.sweep();
        assertThat(backDoor.part(unfinished)).doesNotExist();
        assertThat(backDoor.photo(lonely)).exists();
        clock.advance(Duration.ofDays(30));
        backDoor.sweep();
        assertThat(backDoor.photo(lonely)).doesNotExist();
        assertThat(backDoor.photo(kept)).exists();
        assertThat(list(worker, incident)).hasSize(1);
    }
}
