package org.gridsight.spatial.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.gridsight.spatial.UnusableInput;

/** Finds the command, runs it, prints its key figures; every refusal is one line on stderr, never a stack trace. */
final class CommandLine {

    private static final int FAULT = 1;
    private static final int BAD_INPUT = 2;

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands = List.copyOf(commands);
        this.out = out;
        this.err = err;
    }

    /** Answers the exit status. */
    int run(String... arguments) {
        try {
            if (arguments.length == 0) {
                throw new UnusableInput("which command? 'help' lists them");
            }
            String name = arguments[0];
            if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
                help(arguments);
            } else {
                run(find(name), arguments);
            }
            return 0;
        } catch (UnusableInput refused) {
            return end(BAD_INPUT, String.valueOf(refused.getMessage()));
        } catch (NoSuchFileException missing) {
            return end(BAD_INPUT, "there is no file " + missing.getMessage());
        } catch (IOException | UncheckedIOException fault) {
            return end(BAD_INPUT, "cannot read or write: " + fault.getMessage());
        } catch (OutOfMemoryError full) {
            return end(FAULT, "not enough memory for this input; give java a larger -Xmx");
        } catch (RuntimeException fault) {
            return end(FAULT, "fault in the program: " + fault);
        }
    }

    private void run(Command command, String[] arguments) throws IOException {
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--help")) {
                describe(command);
                return;
            }
        }
        Options options = new Options(command.options(), arguments, 1);
        try (Call call = new Call(options, err)) {
            Json figures = command.run(call);
            out.println(figures.put("seconds", call.seconds()));
        }
        out.flush();
    }

    private int end(int status, String message) {
        err.println(message.replaceAll("\\s*\\R\\s*", " "));
        return status;
    }

    private Command find(String name) {
        Optional<Command> found =
                commands.stream().filter(command -> command.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new UnusableInput("unknown command " + name + "; 'help' lists them"));
    }

    private void help(String[] arguments) {
        if (arguments.length > 1) {
            describe(find(arguments[1]));
            return;
        }
        out.println("java -jar gridsight-spatial.jar COMMAND --option value ...");
        out.println();
        for (Command command : commands) {
            out.println(padded(command.name(), 14) + command.summary());
        }
        out.println();
        out.println("help COMMAND lists its options. The last line of the output is one JSON object.");
        out.println(
                "Up to some 100,000 rows java -XX:TieredStopAtLevel=1 -jar ... takes about half the processor time.");
        out.flush();
    }

    private void describe(Command command) {
        out.println(command.name() + ": " + command.summary());
        for (Option option : command.options()) {
            out.println("  " + padded(("--" + option.name() + " " + option.value()).trim(), 26) + option.help());
        }
        out.flush();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
