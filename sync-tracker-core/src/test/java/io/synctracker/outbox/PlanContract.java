package io.synctracker.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database reads what a claim needs, in the order of an index, and not all that is due. */
abstract class PlanContract extends DepotTest {

    private final String fill;
    private final String analyze;

    PlanContract(Vendor vendor, String fill, String analyze) {
        super(vendor);
        this.fill = fill;
        this.analyze = analyze;
    }

    /** Returns the plan of a claim's query, as the database tells it. */
    private String plan() {
        depot.jdbc()
                .update("insert into sync_logs (model_name, model_id, incarnation, version, system_name, action) "
                        + fill);
        depot.jdbc().execute(analyze);
        String due = new Sql(depot.dialect())
                .of(Waits.DUE)
                .replace(":system", "'crm'")
                .replace(":limit", "100");
        List<String> rows = depot.jdbc().queryForList("explain " + due).stream()
                .map(Object::toString)
                .toList();
        return String.join("\n", rows);
    }

    @Test
    void due_entries_are_found_by_their_index_without_sorting() {
        assertThat(plan()).contains("sync_logs_due").doesNotContainIgnoringCase("sort");
    }
}
