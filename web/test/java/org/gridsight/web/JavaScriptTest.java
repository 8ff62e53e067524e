package org.gridsight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@code *.test.js} in GraalJS: no browser, no DOM, no network, so only state and mathematics can be tested
 * here. {@code readText(path)} gives tests the files of the repository.
 */
class JavaScriptTest {

    private static final Engine ENGINE =
            Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();

    private final List<Context> contexts = new ArrayList<>();

    @AfterEach
    void closeContexts() {
        contexts.forEach(Context::close);
    }

    @AfterAll
    static void closeEngine() {
        ENGINE.close();
    }

    @Test
    void findsTests() {
        assertThat(WebSources.under("test", ".test.js")).isNotEmpty();
    }

    @TestFactory
    List<DynamicContainer> javaScript() {
        return WebSources.under("test", ".test.js").stream()
                .map(file -> DynamicContainer.dynamicContainer(WebSources.name(file), testsOf(file).stream()))
                .toList();
    }

    private List<DynamicTest> testsOf(Path file) {
        Context context = Context.newBuilder("js")
                .engine(ENGINE)
                .allowIO(IOAccess.newBuilder()
                        .fileSystem(FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem()))
                        .build())
                .currentWorkingDirectory(WebSources.root())
                .allowExperimentalOptions(true)
                .option("js.esm-eval-returns-exports", "true")
                .build();
        contexts.add(context);
        context.getBindings("js").putMember("readText", (ProxyExecutable)
                arguments -> WebSources.read(WebSources.root().resolve(arguments[0].asString())));
        evaluate(context, file);
        Value tests =
                evaluate(context, WebSources.root().resolve("test/check.js")).getMember("tests");
        List<DynamicTest> found = new ArrayList<>();
        for (long i = 0; i < tests.getArraySize(); i++) {
            Value test = tests.getArrayElement(i);
            found.add(DynamicTest.dynamicTest(
                    test.getMember("name").asString(),
                    () -> test.getMember("run").executeVoid()));
        }
        return found;
    }

    private static Value evaluate(Context context, Path file) {
        try {
            return context.eval(Source.newBuilder("js", file.toFile())
                    .mimeType("application/javascript+module")
                    .build());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
