package io.synctracker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The circuit of a target opens, lets a single entry through, and closes. */
abstract class GateContract extends DepotTest {

    private static final int FAILURES = 3;

    private OutboxLeases leases;
    private Outbox outbox;

    GateContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeAll
    void prepare() {
        leases = OutboxLeases.of(depot.dataSource(), depot.dialect());
        outbox = Outbox.of(depot.dataSource(), depot.dialect(), world::masked, List.of(CRM), systems -> {});
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < 5; i++) {
            depot.change(CRM, new EntityRef("customer", "g" + i), ChangeType.CREATE);
        }
    }

    private Claim claim() {
        return leases.claim(new ClaimRequest(CRM, 2, Duration.ofSeconds(60), FAILURES, type -> true));
    }

    private boolean answered(int deferred, boolean alive, boolean probe) {
        return leases.answered(new Answers(
                CRM,
                deferred,
                alive,
                probe,
                Duration.ZERO,
                FAILURES,
                opening -> Duration.ofSeconds(10L * opening),
                Duration.ofMinutes(1)));
    }

    private TargetState state() {
        return outbox.targets().get(0);
    }

    @Test
    void the_circuit_opens_at_the_last_failure_that_is_allowed() {
        assertThat(answered(2, false, false)).isTrue();
        assertThat(claim().entries()).hasSize(2);

        assertThat(answered(1, false, false)).isFalse();

        assertThat(claim().entries()).isEmpty();
        assertThat(leases.isOpen(CRM)).isFalse();
    }

    @Test
    void failures_of_calls_that_were_under_way_do_not_prolong_it() {
        answered(3, false, false);
        var until = state().openUntil();

        answered(5, false, false);

        assertThat(state().openUntil()).isEqualTo(until);
        assertThat(state().failures()).isEqualTo(8);
    }

    @Test
    void one_entry_is_given_out_when_the_time_is_over_and_no_second_one() {
        answered(3, false, false);
        depot.passTime(Duration.ofSeconds(10));

        Claim probe = claim();

        assertThat(probe.probe()).isTrue();
        assertThat(probe.entries()).hasSize(1);
        assertThat(claim().entries()).isEmpty();
    }

    @Test
    void a_probe_that_fails_opens_it_for_longer() {
        answered(3, false, false);
        depot.passTime(Duration.ofSeconds(10));
        claim();

        assertThat(answered(1, false, true)).isFalse();

        depot.passTime(Duration.ofSeconds(15));
        assertThat(claim().entries()).isEmpty();
        depot.passTime(Duration.ofSeconds(5));
        assertThat(claim().entries()).hasSize(1);
    }

    @Test
    void a_probe_that_needed_no_call_lets_the_next_one_try() {
        answered(3, false, false);
        depot.passTime(Duration.ofSeconds(10));
        claim();

        answered(0, false, true);

        assertThat(claim().probe()).isTrue();
    }

    @Test
    void a_probe_that_finds_nothing_to_try_leaves_it_to_the_next_one() {
        answered(3, false, false);
        depot.jdbc().update("delete from sync_logs");
        depot.passTime(Duration.ofSeconds(10));
        assertThat(claim().entries()).isEmpty();
        depot.change(CRM, ANN, ChangeType.CREATE);

        assertThat(claim().probe()).isTrue();
    }

    @Test
    void an_answer_closes_it_at_once() {
        answered(3, false, false);

        assertThat(answered(0, true, false)).isTrue();

        assertThat(claim().entries()).hasSize(2);
        assertThat(state()).isEqualTo(new TargetState(CRM, true, null, null, 0, null));
    }

    @Test
    void a_paused_target_stays_paused_whatever_it_answers() {
        outbox.pause(CRM, "by hand");

        assertThat(answered(0, true, false)).isFalse();
        assertThat(answered(1, false, false)).isFalse();
        assertThat(state().paused()).isTrue();
    }
}
