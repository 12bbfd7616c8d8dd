package io.synctracker.sample;

import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.util.List;

class PostgresScenarioTest extends ScenarioContract {

    private final TestDatabase database = TestDatabase.of(Vendor.POSTGRESQL);

    @Override
    List<String> database() {
        return postgres(database);
    }

    /** Names a database to the shop as somebody does who starts it with the profile. */
    static List<String> postgres(TestDatabase database) {
        return List.of(
                "--spring.profiles.active=postgres",
                "--SHOP_DB_URL=" + database.url(),
                "--SHOP_DB_USER=" + database.user(),
                "--SHOP_DB_PASSWORD=" + database.password());
    }

    @Override
    void drop() {
        database.close();
    }
}
