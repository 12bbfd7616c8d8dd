package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.Sequences;
import io.synctracker.testing.Zoo;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is done in sessions, each target is told what one would tell who has seen what was committed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionModelContract {

    static final Sequences<Step> STEPS = Sequences.of(30, Step::random).simplified(Step::simpler);

    private final Vendor vendor;
    private final int count;
    private Host host;
    private long nextId = 1;

    SessionModelContract(Vendor vendor, int count) {
        this.vendor = vendor;
        this.count = count;
    }

    @BeforeAll
    void start() {
        host = Host.on(vendor, Zoo.Tagged.class, Zoo.Stamped.class, Zoo.Snap.class);
    }

    @AfterAll
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    private void holds(List<Step> steps) {
        holds(steps, told -> told);
    }

    /** Looks at what was told through something that may be wrong. */
    final void holds(List<Step> steps, UnaryOperator<List<Told>> seen) {
        SessionPlayer player = new SessionPlayer(host, nextId);
        nextId += SessionPlayer.TYPES.size();
        SessionReplay replay = new SessionReplay();
        player.play(steps);
        replay.play(steps);
        assertThat(player.rows()).isEqualTo(replay.rows());
        for (String system : List.of("crm", "erp")) {
            assertThat(byRow(seen.apply(player.told(system))))
                    .as("told to %s", system)
                    .isEqualTo(byRow(replay.told(system)));
        }
        assertThat(host.capture().openBuffers()).isZero();
    }

    private static List<Told> byRow(List<Told> told) {
        return told.stream().sorted(Comparator.comparingInt(Told::row)).toList();
    }

    @Test
    void each_target_is_told_what_was_committed() {
        STEPS.check(count, this::holds);
    }
}
