package io.synctracker.outbox;

import static io.synctracker.ChangeType.CREATE;
import static io.synctracker.ChangeType.DELETE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.ChangeType;
import io.synctracker.store.TrackedVersion;
import io.synctracker.testing.Sequences;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However changes, claims and failures follow each other, a system that is told what is folded has all of it in the end. */
class FoldModelTest {

    private static final Sequences<FoldStep> STEPS = Sequences.of(20, FoldModelTest::step);

    private static FoldStep step(SplittableRandom random) {
        return FoldStep.values()[random.nextInt(FoldStep.values().length)];
    }

    private static void check(int count, FoldedOutbox.Folder folder) {
        STEPS.check(count, steps -> {
            FoldedOutbox outbox = new FoldedOutbox(folder);
            steps.forEach(outbox::play);
            outbox.drain();
            outbox.check();
        });
    }

    @Test
    void a_system_that_is_told_what_is_folded_has_all_of_it_in_the_end() {
        check(10_000, Folded::of);
    }

    /** A fold that makes something else of what it takes. */
    private interface Mutant extends FoldedOutbox.Folder {
        @Override
        default Folded of(Waiting head, List<Follower> behind) {
            return Folded.of(head, behind);
        }

        @Override
        LeasedEntry leased(Folded folded, @Nullable String newest);
    }

    private static LeasedEntry right(Folded folded, @Nullable String newest) {
        return folded.leased("crm", 1, newest);
    }

    private static LeasedEntry with(LeasedEntry right, ChangeType action, boolean unseen, TrackedVersion change) {
        return new LeasedEntry(
                right.id(),
                right.token(),
                change,
                right.system(),
                action,
                unseen,
                right.attempt(),
                right.sequence(),
                right.data(),
                null,
                right.createdAt(),
                right.age());
    }

    /** Forgets that the first entry was tried, and so may drop a create that has arrived. */
    private static LeasedEntry forgettingAttempts(Folded folded, @Nullable String newest) {
        LeasedEntry right = right(folded, newest);
        boolean dropped = folded.head().action() == CREATE && right.action() == DELETE;
        return with(right, right.action(), dropped, right.change());
    }

    static Stream<Arguments> a_wrong_fold_is_found() {
        return Stream.of(
                Arguments.of("a create that was tried is dropped", (Mutant) FoldModelTest::forgettingAttempts),
                Arguments.of("lives are folded into each other", (FoldedOutbox.Folder) Folded::new),
                Arguments.of("only one is folded and the rest is lost", (Mutant) (folded, newest) -> right(
                        new Folded(
                                folded.head(),
                                folded.followers().stream().limit(1).toList()),
                        newest)),
                Arguments.of("the first state stays", (Mutant)
                        (folded, newest) -> right(folded, folded.head().data())),
                Arguments.of("the first version stays", (Mutant) (folded, newest) -> {
                    LeasedEntry right = right(folded, newest);
                    return with(
                            right, right.action(), right.unseen(), folded.head().change());
                }),
                Arguments.of("the first action stays", (Mutant) (folded, newest) ->
                        right(folded, newest).withAction(folded.head().action())),
                Arguments.of("the last action counts", (Mutant) (folded, newest) -> {
                    Follower last = folded.newest();
                    LeasedEntry right = right(folded, newest);
                    return last == null ? right : right.withAction(last.action());
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_wrong_fold_is_found(String name, FoldedOutbox.Folder wrong) {
        assertThatThrownBy(() -> check(1_000, wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The property does not hold");
    }
}
