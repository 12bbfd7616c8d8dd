package io.synctracker.benchmarks.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process of one contestant: reads a task a line, does it, and answers with a line. What it logs goes to the error
 * stream.
 */
public final class ContestantMain {

    /** Begins a line that is an answer. */
    public static final String ANSWER = "ANSWER ";

    /** Begins a line that tells why there is no answer. */
    public static final String FAILURE = "FAILURE ";

    private static final JsonMapper JSON = new JsonMapper();

    private ContestantMain() {}

    /**
     * Runs until the input ends.
     *
     * @param arguments the contestant's class, and URL, user and password of its database
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Contestant contestant = (Contestant)
                Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        RunningApplication application = new RunningApplication(
                contestant,
                Map.of(
                        "spring.datasource.url", arguments[1],
                        "spring.datasource.username", arguments[2],
                        "spring.datasource.password", arguments[3]));
        Tasks tasks = new Tasks(application);
        answers.println(ANSWER + "{}");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(answer(tasks, line));
        }
        application.stop();
        System.exit(0);
    }

    private static String answer(Tasks tasks, String line) {
        try {
            return ANSWER + JSON.writeValueAsString(tasks.run(JSON.readValue(line, Task.class)));
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            return FAILURE + e.toString().replace('\n', ' ');
        }
    }
}
