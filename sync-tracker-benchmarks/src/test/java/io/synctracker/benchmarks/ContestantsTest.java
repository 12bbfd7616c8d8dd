package io.synctracker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured is what is done. Nothing here looks at the time. */
class ContestantsTest {

    private static final int ROWS = 30;
    private static final int CHANGES = 3 * 3;

    static List<Kind> recorders() {
        return Contestants.CAPTURE.stream()
                .filter(kind -> !kind.name().startsWith(Contestants.PLAIN))
                .toList();
    }

    static Stream<Kind> deliverers() {
        return Contestants.DRAIN.stream();
    }

    @ParameterizedTest
    @MethodSource("recorders")
    void it_records_every_change(Kind kind) {
        try (Field field = Field.small()) {
            Setup counting = new Setup(0, "", true, 0, kind.options());
            ContestantProcess process = field.process(kind, 0);
            int before = recorded(process.run("statements", counting, Map.of("transaction", 3)));
            int after = recorded(process.run("statements", counting, Map.of("transaction", 3)));
            assertThat(after - before).isGreaterThanOrEqualTo(CHANGES);
        }
    }

    private static int recorded(Map<String, Object> answer) {
        return ((Map<?, ?>) answer.get("recorded"))
                .entrySet().stream()
                        .filter(table -> !table.getKey().equals("item"))
                        .mapToInt(table -> (int) table.getValue())
                        .sum();
    }

    @ParameterizedTest
    @MethodSource("deliverers")
    void it_delivers_every_entry(Kind kind) {
        try (Field field = Field.small()) {
            ContestantProcess process = field.process(kind, 0);
            Setup setup = new Setup(2, "", false, 0, kind.options());
            process.run("fill", setup, Map.of("rows", ROWS));
            Map<String, Object> answer = process.run("drain", setup, Map.of("rows", ROWS, "seconds", 60));
            assertThat(answer).containsEntry("delivered", ROWS).containsEntry("done", true);
        }
    }
}
