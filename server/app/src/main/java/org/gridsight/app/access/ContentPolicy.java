package org.gridsight.app.access;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The content security policy of the pages: own files only; the import maps, the one inline script, by their hash. */
@Component
class ContentPolicy {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String directives;
    private final String embeddable;

    ContentPolicy(
            ResourcePatternResolver resources,
            @Value("${gridsight.map.source-url:}") String mapSource,
            @Value("${gridsight.field.frame-ancestors}") String fieldAncestors)
            throws IOException {
        Set<String> hashes = new TreeSet<>();
        for (Resource page : resources.getResources("classpath*:/static/*.html")) {
            Matcher map = IMPORT_MAP.matcher(page.getContentAsString(StandardCharsets.UTF_8));
            while (map.find()) {
                hashes.add(" 'sha256-" + sha256(map.group(1)) + "'");
            }
        }
        String rules = "default-src 'none'; script-src 'self'" + String.join("", hashes)
                + "; style-src 'self'; img-src 'self' data: blob:" + origin(mapSource)
                + "; connect-src 'self'; font-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'"
                + "; base-uri 'none'; form-action 'self'; frame-ancestors ";
        directives = rules + "'none'";
        embeddable = rules + fieldAncestors;
    }

    String directives() {
        return directives;
    }

    /** For the worker page, which may stand inside the page of a county's own app. */
    String embeddable() {
        return embeddable;
    }

    private static String origin(String mapSource) {
        if (mapSource.isBlank()) {
            return "";
        }
        URI uri = URI.create(mapSource.replaceAll("\\{s}", "a").replaceAll("[{}]", "_"));
        return " " + uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
