package io.synctracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured is what is done: nothing here looks at the time. */
class ContestantsTest {

    private static final int ROWS = 30;

    static List<Kind> capture() {
        return Contestants.CAPTURE.stream()
                .filter(kind -> !kind.name().startsWith(Contestants.PLAIN))
                .toList();
    }

    static List<Kind> drain() {
        return Contestants.DRAIN;
    }

    @ParameterizedTest
    @MethodSource
    void capture(Kind kind) {
        try (Field field = Field.small()) {
            Setup counting = new Setup(0, "", true, 0, kind.options());
            Map<String, Object> first = field.process(kind, 0).run("statements", counting, Map.of("transaction", 3));
            Map<String, Object> second = field.process(kind, 0).run("statements", counting, Map.of("transaction", 3));
            assertThat(recorded(second) - recorded(first)).isGreaterThanOrEqualTo(3 * 3);
        }
    }

    private static int recorded(Map<String, Object> answer) {
        return ((Map<?, ?>) Objects.requireNonNull(answer.get("recorded")))
                .entrySet().stream()
                        .filter(table -> !table.getKey().equals("item"))
                        .mapToInt(table -> (int) Objects.requireNonNull(table.getValue()))
                        .sum();
    }

    @ParameterizedTest
    @MethodSource
    void drain(Kind kind) {
        try (Field field = Field.small()) {
            ContestantProcess process = field.process(kind, 0);
            Setup setup = Field.setup(kind, 2, "", 0);
            process.run("fill", setup, Map.of("rows", ROWS));
            Map<String, Object> answer = process.run("drain", setup, Map.of("rows", ROWS, "seconds", 60));
            assertThat(answer).containsEntry("delivered", ROWS).containsEntry("done", true);
        }
    }
}
