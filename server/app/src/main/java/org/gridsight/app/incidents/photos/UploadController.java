package org.gridsight.app.incidents.photos;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.gridsight.app.access.CurrentUser;
import org.gridsight.app.incidents.DeviceTime;
import org.gridsight.app.kernel.Faults;
import org.gridsight.app.kernel.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Resumable uploads: tus 1.0 with creation, checksum, expiration and termination. */
@RestController
@RequestMapping("/api/uploads")
class UploadController {

    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Uploads uploads;
    private final Intake intake;
    private final PhotoSettings settings;
    private final Clock clock;

    UploadController(Uploads uploads, Intake intake, PhotoSettings settings, Clock clock) {
        this.uploads = uploads;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is spoken here. */
    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header(RESUMABLE, VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,checksum,expiration,termination")
                .header("Tus-Checksum-Algorithm", PieceCheck.NAMES)
                .header("Tus-Max-Size", Long.toString(settings.maxFile().toBytes()))
                .build();
    }

    /** 201 with the place of the upload, and how much of it is here already. */
    @PostMapping
    ResponseEntity<Void> begin(HttpServletRequest request, HttpServletResponse response, CurrentUser user) {
        speak(request, response);
        Announcement.Headers headers = new Announcement.Headers(
                request.getHeader("Upload-Length"),
                request.getHeader("Upload-Metadata"),
                request.getHeader(DeviceTime.SENT_AT));
        Upload upload = uploads.begin(Announcement.check(headers, settings, clock.instant()), user);
        return told(ResponseEntity.created(URI.create("/api/uploads/" + upload.id())), upload, intake.offset(upload))
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, CurrentUser user) {
        speak(request, response);
        Upload upload = uploads.require(id, user);
        return told(ResponseEntity.ok(), upload, intake.offset(upload))
                .header("Upload-Length", Long.toString(upload.length()))
                .build();
    }

    @PatchMapping(path = "/{id}", consumes = "application/offset+octet-stream")
    ResponseEntity<Void> append(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, CurrentUser user)
            throws IOException {
        speak(request, response);
        Upload upload = uploads.require(id, user);
        long offset = offset(request.getHeader(OFFSET));
        Optional<PieceCheck> check = PieceCheck.parse(request.getHeader("Upload-Checksum"));
        if (offset <= upload.length() && offset + request.getContentLengthLong() > upload.length()) {
            throw new Rejected(PhotoReason.LONGER_THAN_SAID);
        }
        long reached = intake.append(upload, offset, request.getInputStream(), check);
        return told(ResponseEntity.status(HttpStatus.NO_CONTENT), upload, reached)
                .build();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response, CurrentUser user) {
        speak(request, response);
        uploads.remove(uploads.require(id, user));
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    /** Every answer, refusals too, names the version. */
    private void speak(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RESUMABLE, VERSION);
        if (!VERSION.equals(request.getHeader(RESUMABLE))) {
            response.setHeader("Tus-Version", VERSION);
            throw new Rejected(PhotoReason.PROTOCOL);
        }
    }

    private static ResponseEntity.BodyBuilder told(ResponseEntity.BodyBuilder answer, Upload upload, long offset) {
        answer.cacheControl(CacheControl.noStore()).header(OFFSET, Long.toString(offset));
        return offset < upload.length()
                ? answer.header("Upload-Expires", HTTP_DATE.format(upload.expiresAt()))
                : answer;
    }

    private static long offset(@Nullable String header) {
        Faults faults = new Faults();
        Optional<Long> offset =
                faults.required(OFFSET, header).flatMap(text -> Announcement.number(OFFSET, text, faults));
        faults.throwIfAny();
        return offset.orElseThrow();
    }
}
