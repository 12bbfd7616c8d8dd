package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.Overlap;
import io.synctracker.model.KeyRing;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Zoo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections are declared or stored; stored ones keep their secrets. */
abstract class ConnectionsContract extends PullTest {

    private final FakeFactory factory = new FakeFactory();
    private final RecordedJobs jobs = new RecordedJobs();
    private Connections connections;

    ConnectionsContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void connect() {
        factory.made.clear();
        jobs.requests.clear();
        connections = engineOf(parts(), products()).connections();
    }

    private ConnectorEngine engineOf(ConnectorParts parts, StreamBinding<?>... bindings) {
        return ConnectorEngine.of(
                parts,
                new ConnectorBeans(List.of(shop), List.of(bindings), List.of(factory), List.of(), Map.of()),
                () -> jobs);
    }

    private static ConnectionDraft draft(String name, Object secret) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", "https://erp.example.org");
        if (secret != null) {
            settings.put("auth", Map.of("token", secret, "user", "ada"));
        }
        return new ConnectionDraft(name, "fake", true, settings);
    }

    private String stored() {
        return host.jdbc().queryForObject("select settings from sync_connections", String.class);
    }

    @Test
    void a_connector_bean_is_a_connection() {
        assertThat(connections.all())
                .containsExactly(
                        new Connection("crm", "bean", true, false, shop.streams(), Map.of(), null, null, null));
    }

    @Test
    void a_stored_connection_shows_no_secret() {
        Connection connection = connections.create(draft("erp", "s3cret"), "ada");

        assertThat(connection.settings()).containsEntry("auth", Map.of("token", "***", "user", "ada"));
        assertThat(connection.owner()).isEqualTo("ada");
        assertThat(connection.streams()).containsExactly("things");
        assertThat(connections.find("erp")).contains(connection);
        assertThat(connections.all()).extracting(Connection::name).containsExactly("crm", "erp");
        assertThat(stored()).doesNotContain("s3cret").contains("ada");
    }

    @Test
    void a_masked_secret_keeps_its_value() {
        connections.create(draft("erp", "s3cret"), null);

        connections.update(draft("erp", "***"));
        connections.test("erp");

        assertThat(factory.made.get(factory.made.size() - 1))
                .containsEntry("auth", Map.of("token", "s3cret", "user", "ada"));
    }

    @Test
    void a_masked_secret_is_not_kept_by_a_connection_that_leads_elsewhere() {
        connections.create(leadingTo("here", "s3cret"), null);

        assertThatThrownBy(() -> connections.update(leadingTo("there", "***")))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessageContaining("'auth.token'")
                .hasMessageContaining("Give the value");
        assertThat(connections.find("erp").orElseThrow().settings()).containsEntry("address", "here");
    }

    private static ConnectionDraft leadingTo(String address, String token) {
        return new ConnectionDraft("erp", "fake", true, Map.of("address", address, "auth", Map.of("token", token)));
    }

    @Test
    void a_secret_with_parts_keeps_those_that_are_masked() {
        connections.create(withHeaders(Map.of("X-One", "1", "X-Two", "2")), null);

        Connection shown = connections.update(withHeaders(Map.of("X-One", "***", "X-Three", "3")));
        connections.test("erp");

        assertThat(shown.settings()).containsEntry("headers", "***");
        assertThat(factory.made.get(factory.made.size() - 1))
                .containsEntry("headers", Map.of("X-One", "1", "X-Three", "3"));
    }

    private static ConnectionDraft withHeaders(Map<String, ?> headers) {
        return new ConnectionDraft("erp", "fake", true, Map.of("headers", headers));
    }

    @Test
    void a_masked_secret_without_a_value_is_refused() {
        assertThatThrownBy(() -> connections.create(draft("erp", "***"), null))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessage(
                        "The secret 'auth.token' of the connection 'erp' is masked, and no value of it is known, or none"
                                + " that may be sent to where the connection leads now. Give the value.");
    }

    @Test
    void a_secret_without_a_key_is_refused() {
        ConnectorParts parts = parts();
        ConnectorParts keyless = new ConnectorParts(
                parts.entityManagerFactory(),
                parts.transactionManager(),
                parts.dataSource(),
                parts.dialect(),
                parts.models(),
                parts.codec(),
                KeyRing.empty(),
                parts.tracker(),
                parts.clock(),
                parts.publisher());

        assertThatThrownBy(() -> engineOf(keyless).connections().create(draft("erp", "s3cret"), null))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessage("The connection 'erp' has the secret 'auth.token', which cannot be stored without a key."
                        + " Set sync-tracker.encryption.active-key and sync-tracker.encryption.keys.");
        assertThat(connections.find("erp")).isEmpty();
    }

    @Test
    void a_name_is_taken_once() {
        connections.create(draft("erp", null), null);

        assertThatThrownBy(() -> connections.create(draft("erp", null), null))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessage("The name 'erp' is taken by another connection. Choose another, or change that one.");
        assertThatThrownBy(() -> connections.create(draft("crm", null), null)).hasMessageContaining("is taken");
        assertThatThrownBy(() -> connections.create(draft("e r p", null), null))
                .hasMessageStartingWith("'e r p' is no name of a connection.");
    }

    @Test
    void a_draft_that_cannot_be_made_is_not_stored() {
        ConnectionDraft draft = new ConnectionDraft("erp", "fake", true, Map.of("bad", true));

        assertThatThrownBy(() -> connections.create(draft, null)).hasMessage("The setting 'bad' is unknown.");
        assertThatThrownBy(() -> connections.create(new ConnectionDraft("erp", "ftp", true, Map.of()), null))
                .hasMessage("The connection 'erp' is of the kind 'ftp', which nothing here makes. There are: fake.");
        assertThat(connections.find("erp")).isEmpty();
    }

    @Test
    void a_connection_of_the_application_cannot_be_changed() {
        assertThatThrownBy(() -> connections.update(draft("crm", null)))
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessage("The connection 'crm' is declared by the application and cannot be changed here. Change its"
                        + " bean or its settings.");
        assertThatThrownBy(() -> connections.delete("crm")).isInstanceOf(InvalidConnectionException.class);
    }

    @Test
    void a_change_rolled_back_was_none() {
        host.transactions().executeWithoutResult(status -> {
            connections.create(draft("erp", null), null);
            status.setRollbackOnly();
        });

        assertThat(connections.find("erp")).isEmpty();
    }

    @Test
    void another_instance_sees_a_change() {
        connections.create(draft("erp", "one"), null);
        Connections other = engineOf(parts()).connections();
        other.test("erp");
        connections.update(draft("erp", "two"));
        factory.made.clear();

        other.test("erp");
        other.test("erp");

        assertThat(factory.made)
                .singleElement()
                .satisfies(
                        settings -> assertThat(settings).containsEntry("auth", Map.of("token", "two", "user", "ada")));
    }

    @Test
    void a_deleted_connection_is_unknown() {
        connections.create(draft("erp", null), null);

        connections.delete("erp");

        assertThatThrownBy(() -> connections.test("erp"))
                .isInstanceOf(UnknownConnectionException.class)
                .hasMessage("There is no connection 'erp'. There are: crm.");
        assertThatThrownBy(() -> connections.delete("erp")).isInstanceOf(UnknownConnectionException.class);
        assertThatThrownBy(() -> connections.update(draft("erp", null))).isInstanceOf(UnknownConnectionException.class);
    }

    @Test
    void a_connection_whose_kind_is_gone_is_still_shown() {
        connections.create(draft("erp", null), null);

        assertThat(engine().connections().find("erp").orElseThrow().streams()).isEmpty();
    }

    @Test
    void a_test_that_throws_has_failed() {
        connections.create(new ConnectionDraft("erp", "fake", true, Map.of("down", true)), null);

        assertThat(connections.test("erp").successful()).isFalse();
        assertThat(connections.test("erp").message()).isEqualTo("The test failed with IllegalStateException");
        assertThat(connections.test("crm").successful()).isTrue();
    }

    @Test
    void a_pull_is_a_run_of_the_connection() {
        LocalDate day = LocalDate.of(2026, 3, 29);
        PullRequest request = PullRequest.of("crm")
                .withStream("products")
                .withWindow(new FetchWindow(day, day, ZoneId.of("Europe/Berlin")))
                .withTrigger(JobTrigger.PERSON, "ada")
                .forSchedule(7);

        connections.pull(request);

        JobRequest asked = jobs.requests.get(0);
        assertThat(asked.service()).isEqualTo("crm");
        assertThat(asked.action()).isEqualTo("pull");
        assertThat(asked.key()).isEqualTo("connection:crm");
        assertThat(asked.overlap()).isEqualTo(Overlap.SKIP);
        assertThat(asked.targetType()).isEqualTo("stream");
        assertThat(asked.targetId()).isEqualTo("products");
        assertThat(asked.requestedBy()).isEqualTo("ada");
        assertThat(asked.scheduleId()).isEqualTo(7);
        assertThat(asked.payload())
                .containsEntry("from", "2026-03-29")
                .containsEntry("to", "2026-03-29")
                .containsEntry("zone", "Europe/Berlin");
    }

    @Test
    void a_pull_that_cannot_be_is_refused() {
        connections.create(new ConnectionDraft("erp", "fake", false, Map.of()), null);

        assertThatThrownBy(() -> connections.pull(PullRequest.of("shop")))
                .isInstanceOf(UnknownConnectionException.class)
                .hasMessage("There is no connection 'shop'. There are: crm, erp.");
        assertThatThrownBy(() -> connections.pull(PullRequest.of("erp")))
                .hasMessage("The connection 'erp' is disabled. Enable it, then pull.");
        assertThatThrownBy(() -> connections.pull(PullRequest.of("crm").withStream("x")))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("The connection 'crm' has no stream 'x'. It has: customers, products, orders, nodes.");
        assertThatThrownBy(() -> connections.pull(PullRequest.of("crm").withStream("orders")))
                .hasMessage("No entity is bound to the stream 'orders' of the connection 'crm'. Declare a StreamBinding"
                        + " bean for it, or bind it in the connection's settings.");
        assertThat(jobs.requests).isEmpty();
    }

    @Test
    void a_stored_connection_is_pulled() throws Exception {
        ConnectorEngine engine = engineOf(
                parts(), StreamBinding.of("erp", "things", Zoo.Product.class).withFields(Map.of("name", "title")));
        engine.connections().create(draft("erp", "s3cret"), null);

        assertThat(engine.source()
                        .find("erp", "pull")
                        .orElseThrow()
                        .run(run())
                        .getClass()
                        .getSimpleName())
                .isEqualTo("Succeeded");

        assertThat(productNames()).containsExactly("thing");
        assertThat(engine.source().find("erp", "push")).isEmpty();
        assertThat(engine.source().find("shop", "pull")).isEmpty();
    }
}
