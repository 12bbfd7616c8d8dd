package io.synctracker.testing;

import io.synctracker.EntityRef;
import io.synctracker.testdatabases.Vendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A suite that runs on each database in turn, on the library's tables alone, which are empty before every test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DepotTest {

    protected static final String CRM = "crm";
    protected static final EntityRef ANN = new EntityRef("customer", "1");
    protected static final EntityRef BEN = new EntityRef("customer", "2");

    protected final World world = new World();
    protected final Vendor vendor;
    protected Depot depot;

    protected DepotTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void open() {
        depot = new Depot(vendor);
    }

    @BeforeEach
    void clear() {
        depot.clear();
        world.clear();
        world.track("customer", CRM, "erp");
    }

    @AfterAll
    void close() {
        if (depot != null) {
            depot.close();
        }
    }
}
