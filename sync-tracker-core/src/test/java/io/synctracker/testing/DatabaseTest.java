package io.synctracker.testing;

import io.synctracker.testdatabases.Vendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A suite that runs on each database in turn, on one host whose tables are empty before every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseTest {

    private final Vendor vendor;
    protected Host host;

    protected DatabaseTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void start() {
        host = start(vendor);
    }

    protected Host start(Vendor vendor) {
        return Host.on(vendor);
    }

    @BeforeEach
    void clear() {
        host.clear();
    }

    @AfterAll
    void stop() {
        if (host != null) {
            host.close();
        }
    }
}
