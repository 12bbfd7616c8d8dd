package io.synctracker.sample;

import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PostgresRestartTest extends RestartContract {

    private final TestDatabase database = TestDatabase.of(Vendor.POSTGRESQL);

    @Override
    List<String> database() {
        return PostgresScenarioTest.postgres(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }
}
