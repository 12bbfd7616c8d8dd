package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class H2SessionModelTest extends SessionModelContract {

    H2SessionModelTest() {
        super(Vendor.H2, 300);
    }

    private static Arguments wrong(String name, UnaryOperator<Told> wrong) {
        return Arguments.of(name, (UnaryOperator<List<Told>>)
                told -> told.stream().map(wrong).toList());
    }

    private static Told with(Told told, String action, long version) {
        return new Told(action, told.row(), version, told.state(), told.origin());
    }

    static Stream<Arguments> what_is_recorded_wrongly_is_found() {
        return Stream.of(
                Arguments.of("the last entry is missing", (UnaryOperator<List<Told>>)
                        told -> told.subList(0, Math.max(0, told.size() - 1))),
                Arguments.of("a second change of a row is missing", (UnaryOperator<List<Told>>)
                        told -> told.stream().filter(one -> one.version() != 2).toList()),
                wrong(
                        "a create is an update",
                        told -> with(told, told.action().equals("create") ? "update" : told.action(), told.version())),
                wrong("a version is not counted", told -> with(told, told.action(), 1)),
                wrong(
                        "the origin is lost",
                        told -> new Told(told.action(), told.row(), told.version(), told.state(), null)),
                wrong(
                        "the stored state is lost",
                        told -> new Told(told.action(), told.row(), told.version(), null, told.origin())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_is_recorded_wrongly_is_found(String name, UnaryOperator<List<Told>> wrong) {
        assertThat(STEPS.anyBreaks(200, steps -> holds(steps, wrong))).isTrue();
    }
}
