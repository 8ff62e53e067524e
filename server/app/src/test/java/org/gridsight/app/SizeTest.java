package org.gridsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sizes of server/CONVENTIONS, counted by the compiler's own parser over every source file of the repository. */
class SizeTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;

    private static final List<String> LONG_FILES = new ArrayList<>();
    private static final List<String> LONG_METHODS = new ArrayList<>();
    private static final List<String> WIDE_METHODS = new ArrayList<>();

    @BeforeAll
    static void parseEverything() throws IOException {
        List<Path> sources = sources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                measure(unit, positions);
            }
        }
    }

    private static List<Path> sources() throws IOException {
        // Maven runs the tests of a module in its folder
        Path root = Path.of("../..").toAbsolutePath().normalize();
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList();
        }
    }

    private static void measure(CompilationUnitTree unit, SourcePositions positions) {
        String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        long lines = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, unit));
        if (lines > FILE_LINES) {
            LONG_FILES.add(file + ": " + lines);
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                measureMethod(unit, positions, file, method);
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
    }

    private static void measureMethod(
            CompilationUnitTree unit, SourcePositions positions, String file, MethodTree method) {
        if (method.getBody() == null) {
            return;
        }
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method.getBody()));
        if (last - first + 1 > METHOD_LINES) {
            LONG_METHODS.add(file + " " + method.getName() + ": " + (last - first + 1));
        }
        boolean constructor = method.getName().contentEquals("<init>");
        boolean test = unit.getSourceFile().toUri().getPath().contains("/src/test/");
        // an overridden method has the parameters of whoever wrote the interface
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (!constructor && !test && !overrides && method.getParameters().size() > PARAMETERS) {
            WIDE_METHODS.add(file + " " + method.getName() + ": "
                    + method.getParameters().size());
        }
    }

    @Test
    void filesStayReadable() {
        assertThat(LONG_FILES).isEmpty();
    }

    @Test
    void methodsStayReadable() {
        assertThat(LONG_METHODS).isEmpty();
    }

    @Test
    void methodsTakeFewParameters() {
        assertThat(WIDE_METHODS).isEmpty();
    }
}
