package org.gridsight.app.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of axe for whoever reads by ear or by keyboard; they are brought to a page once and run inside it. */
final class Axe {

    private static final String SCRIPT = script();
    private static final List<String> EVERY_RULE = List.of();
    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static final String RUN = """
            async (rules) => {
              const only = rules.length > 0 ? { runOnly: rules } : {};
              const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...only });
              return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map((node) => `${node.target} ${node.html}`)}`);
            }
            """;

    private Axe() {}

    /** What is gravely wrong with a page as it stands now. */
    static List<String> faults(Page page) {
        return run(page, EVERY_RULE);
    }

    /** What of it another theme can have made wrong: nothing but colours. */
    static List<String> faultsOfColour(Page page) {
        return run(page, RULES_OF_COLOUR);
    }

    private static List<String> run(Page page, List<String> rules) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        List<?> faults = (List<?>) page.evaluate(RUN, rules);
        return faults.stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
