package org.gridsight.app.cameras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what opens a camera or a device (AES-256-GCM). The key comes from {@code GRIDSIGHT_CAMERA_KEY} or lies in
 * {@code <data dir>/camera.key}, for its owner alone; a sealed text opens only for the thing it was sealed for.
 */
@Component
public class CameraSecrets {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    CameraSecrets(CameraSettings settings, @Value("${gridsight.data-dir}") String dataDir) {
        byte[] bytes = settings.key().isBlank()
                ? keyIn(Path.of(dataDir, "camera.key"))
                : decode(settings.key(), "GRIDSIGHT_CAMERA_KEY");
        key = new SecretKeySpec(bytes, "AES");
    }

    private byte[] keyIn(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return decode(Files.readString(file).strip(), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the camera addresses cannot be read: " + file, e);
        }
    }

    /** Whole or not at all, also when two products start at once. */
    private void create(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "camera", ".key");
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(draft, Base64.getEncoder().encodeToString(fresh));
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(draft, file);
        } catch (FileAlreadyExistsException another) {
            // the other one's key counts; it is read next
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static byte[] decode(String text, String where) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalStateException(
                    where + " must hold base64 of 32 bytes (openssl rand -base64 32)", noBase64);
        }
        throw new IllegalStateException(where + " must hold base64 of 32 bytes (openssl rand -base64 32)");
    }

    /** @param owner the thing the secret belongs to, such as a camera id */
    public String seal(String owner, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(utf8(secret));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, both, NONCE_BYTES, hidden.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        }
    }

    /** Empty when the key is another one, or the text was changed or belongs to another thing. */
    public Optional<String> open(String owner, String sealed) {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            byte[] hidden = Arrays.copyOfRange(both, NONCE_BYTES, both.length);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE_BYTES), owner);
            return Optional.of(new String(cipher.doFinal(hidden), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells whether two secrets are the same, and nothing else without the key. */
    String fingerprint(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(utf8(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(utf8(owner));
        return cipher;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
