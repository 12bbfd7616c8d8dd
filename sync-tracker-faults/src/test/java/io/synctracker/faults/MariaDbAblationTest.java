package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.relay.Relay;
import io.synctracker.testdatabases.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbAblationTest extends AblationContract {

    private static final String IMPATIENT = "?sessionVariables=innodb_lock_wait_timeout=1";

    MariaDbAblationTest() {
        super(Vendor.MARIADB);
    }

    /** At its default, REPEATABLE READ, the database locks what a claim has only looked at, and the gaps beside it. */
    @Test
    void a_claim_that_is_not_at_read_committed_fails_a_business_transaction() throws Exception {
        assertThat(whileAClaimIsOpen(false)).isEmpty();
        assertThat(whileAClaimIsOpen(true)).isNotEmpty();
    }

    private List<String> whileAClaimIsOpen(boolean keepsIsolation) throws Exception {
        Trap claiming = Trap.of(Point.CLAIMING + ":1:hold", line -> {});
        try (Scene scene = scene();
                App relaying = App.start(scene.plan("relaying"), claiming, true, keepsIsolation);
                App writing = App.start(scene.plan("writing").at(scene.plan("").url() + IMPATIENT));
                Relay relay = relaying.relay()) {
            writing.change(new EntityRef(Shop.LATEST, "a"));
            relay.start();
            claiming.awaitReached();
            List<String> failures = failures(() -> writing.change(new EntityRef(Shop.LATEST, "b")));
            claiming.release();
            return failures;
        }
    }
}
