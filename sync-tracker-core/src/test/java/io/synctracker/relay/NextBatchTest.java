package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.synctracker.outbox.Claim;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NextBatchTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Intake.Taken batch = new Intake.Taken(new Claim(List.of(), 0, false, false, false), 1, null);
    private final NextBatch next = new NextBatch("crm");

    @AfterEach
    void close() {
        next.close();
    }

    @Test
    void whoever_is_woken_finds_the_batch() {
        CompletableFuture<Intake.Taken> found = new CompletableFuture<>();

        next.begin(() -> batch, () -> found.complete(next.poll()));

        assertThat(found).succeedsWithin(SOON).isSameAs(batch);
    }

    @Test
    void a_batch_is_handed_over_once() {
        next.begin(() -> batch, () -> {});

        assertThat(next.await(SOON)).isSameAs(batch);
        assertThat(next.poll()).isNull();
    }

    @Test
    void there_is_no_batch_while_it_is_being_taken() {
        CountDownLatch goOn = new CountDownLatch(1);
        next.begin(
                () -> {
                    waitFor(goOn);
                    return batch;
                },
                () -> {});

        assertThat(next.isUnderWay()).isTrue();
        assertThat(next.poll()).isNull();
        goOn.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_taking_it_has_thrown_is_thrown_once() {
        next.begin(
                () -> {
                    throw new IllegalStateException("down");
                },
                () -> {});

        assertThatIllegalStateException().isThrownBy(() -> next.await(SOON)).withMessage("down");
        assertThat(next.isUnderWay()).isFalse();
    }
}
