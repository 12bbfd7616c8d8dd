package io.synctracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured is what is done. Nothing here looks at the time. */
class ContestantsTest {

    private static final int ROWS = 30;
    private static final int CHANGES = 3 * 3;

    private static final Field FIELD = Field.small();

    static List<Kind> recorders() {
        return Contestants.CAPTURE.stream()
                .filter(kind -> !kind.name().startsWith(Contestants.PLAIN))
                .toList();
    }

    static List<Kind> deliverers() {
        return Contestants.DRAIN;
    }

    @AfterAll
    static void stop() {
        FIELD.close();
    }

    @ParameterizedTest
    @MethodSource("recorders")
    void it_records_every_change(Kind kind) {
        ContestantProcess process = FIELD.process(kind, 0);
        int before = recorded(process.run("statements", setup(kind), Map.of("transaction", 3)));
        int after = recorded(process.run("statements", setup(kind), Map.of("transaction", 3)));
        assertThat(after - before).isGreaterThanOrEqualTo(CHANGES);
    }

    @ParameterizedTest
    @MethodSource("deliverers")
    void it_delivers_every_entry(Kind kind) {
        ContestantProcess process = FIELD.process(kind, 0);
        process.run("fill", setup(kind), Map.of("rows", ROWS));
        Map<String, Object> answer = process.run("drain", setup(kind), Map.of("rows", ROWS, "seconds", 60));
        assertThat(answer).containsEntry("delivered", ROWS).containsEntry("done", true);
    }

    private static Setup setup(Kind kind) {
        return new Setup(2, "", true, 0, kind.options());
    }

    private static int recorded(Map<String, Object> answer) {
        return ((Map<?, ?>) answer.get("recorded"))
                .entrySet().stream()
                        .filter(table -> !table.getKey().equals("item"))
                        .mapToInt(table -> (int) table.getValue())
                        .sum();
    }
}
