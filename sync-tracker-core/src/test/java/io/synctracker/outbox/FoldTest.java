package io.synctracker.outbox;

import static io.synctracker.ChangeType.CREATE;
import static io.synctracker.ChangeType.DELETE;
import static io.synctracker.ChangeType.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldTest {

    private static Fold fold(boolean attempted, List<ChangeType> changes) {
        Fold fold = new Fold(changes.get(0), attempted);
        changes.subList(1, changes.size()).forEach(fold::add);
        return fold;
    }

    static Stream<Arguments> two_changes_become_one() {
        return Stream.of(
                Arguments.of(false, CREATE, UPDATE, CREATE, false),
                Arguments.of(true, CREATE, UPDATE, CREATE, false),
                Arguments.of(false, UPDATE, UPDATE, UPDATE, false),
                Arguments.of(false, UPDATE, DELETE, DELETE, false),
                Arguments.of(false, CREATE, DELETE, DELETE, true),
                Arguments.of(true, CREATE, DELETE, DELETE, false),
                Arguments.of(false, DELETE, CREATE, UPDATE, false),
                Arguments.of(true, DELETE, CREATE, CREATE, false),
                Arguments.of(false, CREATE, CREATE, CREATE, false));
    }

    @ParameterizedTest(name = "attempted {0}: {1} + {2} = {3}, unseen {4}")
    @MethodSource
    void two_changes_become_one(
            boolean attempted, ChangeType first, ChangeType second, ChangeType expected, boolean unseen) {
        Fold fold = fold(attempted, List.of(first, second));

        assertThat(fold.action()).isEqualTo(expected);
        assertThat(fold.unseen()).isEqualTo(unseen);
    }

    @Test
    void a_create_after_one_that_was_never_told_is_a_create() {
        Fold fold = fold(false, List.of(CREATE, DELETE, CREATE, UPDATE));

        assertThat(fold.action()).isEqualTo(CREATE);
        assertThat(fold.unseen()).isFalse();
    }

    /** What a system holds that takes an update of what it does not know for a create, as the contract asks of it. */
    private static boolean told(boolean holds, List<ChangeType> changes) {
        boolean result = holds;
        for (ChangeType change : changes) {
            result = change != DELETE;
        }
        return result;
    }

    @Test
    void a_system_that_is_told_the_fold_holds_what_one_holds_that_was_told_everything() {
        Random random = new Random(42);
        for (int round = 0; round < 10_000; round++) {
            boolean attempted = random.nextBoolean();
            List<ChangeType> changes = Stream.generate(() -> ChangeType.values()[random.nextInt(3)])
                    .limit(1 + random.nextInt(6))
                    .toList();
            Fold fold = fold(attempted, changes);
            // Nothing of an entity is there before its create, unless that was tried before.
            boolean holds = changes.get(0) != CREATE || (attempted && random.nextBoolean());
            boolean afterFold = fold.unseen() ? holds : told(holds, List.of(fold.action()));

            assertThat(afterFold).as("attempted %s: %s", attempted, changes).isEqualTo(told(holds, changes));
        }
    }
}
