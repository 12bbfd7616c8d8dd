package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However much there is, a list and a look-up read what they return and no more. */
abstract class PlanContract extends PullTest {

    private final String series;
    private final String analyze;

    /**
     * Takes what differs between databases.
     *
     * @param series the end of a query over the numbers {@code i} from 1 to 5000
     * @param analyze the command that counts a table's rows
     */
    PlanContract(Vendor vendor, String series, String analyze) {
        super(vendor);
        this.series = series;
        this.analyze = analyze;
    }

    @Override
    @BeforeEach
    void open() {
        super.open();
        fill(
                "sync_set_asides",
                "system_name, stream_name, key_hash, reason, record_data, run_id",
                "case when i % 5 = 0 then 'crm' else 'erp' end, 'products', concat('k', i), 'r', '{}', 1");
        fill(
                "sync_conflicts",
                "system_name, stream_name, model_name, model_id, external_id, resolution, local_data,"
                        + " remote_data, run_id",
                "case when i % 5 = 0 then 'crm' else 'erp' end, 'products', 'product', concat('', i), concat('p', i),"
                        + " case when i % 50 = 0 then 'undecided' else 'remote' end, '{}', '{}', 1");
        fill(
                "sync_remote_records",
                "system_name, stream_name, external_id, content_hash, seen_run",
                "'crm', 'products', concat('p', i), 'h', 1");
        fill(
                "sync_links",
                "model_name, model_id, incarnation, system_name, external_id, sync_status",
                "'product', concat('', i), 1, 'crm', concat('p', i), 'synced'");
        fill("sync_tracked_entities", "model_name, model_id, incarnation, version", "'product', concat('', i), 1, 1");
    }

    private void fill(String table, String columns, String values) {
        host.jdbc().update("insert into " + table + " (" + columns + ") select " + values + " " + series);
        host.jdbc().execute(analyze + " " + table);
    }

    private String plan(String sql) {
        String text = sql.replace(":system", "'crm'")
                .replace(":stream", "'products'")
                .replace(":model", "'product'")
                .replace(":ids", vendorIds())
                .replace(":before", "1000000")
                .replace(":after", "'p15'")
                .replace(":pass", "2")
                .replace(":limit", "100");
        return host.jdbc().queryForList("explain " + text).stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Returns a few ids as the database takes many. */
    abstract String vendorIds();

    /** Returns what a plan says of a table that is read whole or of rows that are sorted. */
    abstract String wholeTable();

    private void isAnsweredFromAnIndex(String sql) {
        assertThat(plan(sql)).doesNotContainPattern(wholeTable());
    }

    @Test
    void records_that_were_set_aside_are_listed_from_an_index() {
        SetAsideRows rows = Tables.of(parts()).setAsides();

        isAnsweredFromAnIndex(rows.text(SetAsideRows.LIST).replace("$conditions", "id < :before"));
        isAnsweredFromAnIndex(rows.text(SetAsideRows.LIST_OF_SYSTEM)
                .replace("$conditions", "system_name = :system and id < :before"));
        isAnsweredFromAnIndex(rows.text(SetAsideRows.KEYS));
    }

    @Test
    void conflicts_are_listed_from_an_index() {
        ConflictRows rows = Tables.of(parts()).conflicts();

        isAnsweredFromAnIndex(rows.text(ConflictRows.LIST).replace("$conditions", "id < :before"));
        isAnsweredFromAnIndex(
                rows.text(ConflictRows.LIST).replace("$conditions", "system_name = :system and id < :before"));
        isAnsweredFromAnIndex(
                rows.text(ConflictRows.LIST).replace("$conditions", "resolution = 'undecided' and id < :before"));
    }

    @Test
    void a_page_is_looked_up_from_indexes() {
        isAnsweredFromAnIndex(Tables.of(parts()).standings().text(Standings.FIND));
    }

    @Test
    void what_is_gone_is_found_from_an_index() {
        isAnsweredFromAnIndex(Tables.of(parts()).records().text(RemoteRows.UNSEEN));
    }
}
