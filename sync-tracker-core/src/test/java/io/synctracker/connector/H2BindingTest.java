package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Zoo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A binding that cannot work is refused at start, with the names that there are. */
class H2BindingTest extends PullTest {

    H2BindingTest() {
        super(Vendor.H2);
    }

    private static void refused(ConnectorEngine engine, String message) {
        assertThatThrownBy(engine::check)
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessage(message);
    }

    private ConnectorEngine declared(BindingSettings settings) {
        return ConnectorEngine.of(
                parts(),
                new ConnectorBeans(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new DeclaredConnection(shop, "fake", List.of(settings))),
                        Map.of("mine", ConflictStrategy.LOCAL_WINS)),
                () -> new RecordedJobs());
    }

    private static BindingSettings settings(String model, String conflict) {
        return new BindingSettings(
                "products", model, Map.of(), List.of(), Deletion.TOMBSTONES, false, conflict, Set.of());
    }

    @Test
    void a_binding_that_works_is_accepted() {
        assertThatCode(() -> engine(products()).check()).doesNotThrowAnyException();
        assertThatCode(() -> declared(settings("product", "mine")).check()).doesNotThrowAnyException();
    }

    @Test
    void a_stream_that_there_is_not_is_named() {
        refused(
                engine(StreamBinding.of("crm", "product", Zoo.Product.class)),
                "The connection 'crm' has no stream 'product' that could be bound to Product. It has: customers,"
                        + " products, orders, nodes.");
    }

    @Test
    void a_connection_that_there_is_not_is_named() {
        refused(
                engine(StreamBinding.of("shop", "products", Zoo.Product.class)),
                "A stream of the connection 'shop' is bound, but there is no such connection. There are: crm. Declare a"
                        + " Connector bean of that name, or correct the binding.");
    }

    @Test
    void a_class_that_is_not_tracked_is_named() {
        assertThatThrownBy(() -> engine(StreamBinding.of("crm", "products", Zoo.Plain.class))
                        .check())
                .isInstanceOf(InvalidConnectionException.class)
                .hasMessageStartingWith("The binding of the stream 'products' of the connection 'crm' names"
                        + " io.synctracker.testing.Zoo$Plain, which is not tracked. There are: ");
    }

    @Test
    void an_attribute_that_there_is_not_is_named() {
        refused(
                engine(products().withFields(Map.of("prize", "price"))),
                "The binding of the stream 'products' of the connection 'crm' names the attribute 'prize', which Product"
                        + " has not, or which no record can be written into. There are: id, internalNote, name, price.");
        refused(
                engine(products().withNaturalKey("sku")),
                "The binding of the stream 'products' of the connection 'crm' names the attribute 'sku', which product"
                        + " has not, or which no record can be written into. There are: id, internalNote, name, price.");
    }

    @Test
    void a_model_that_there_is_not_is_named() {
        assertThatThrownBy(() -> declared(settings("prodct", "remote-wins")).check())
                .hasMessageStartingWith("The binding of the stream 'products' of the connection 'crm' names the model"
                        + " 'prodct', which is not tracked. There are: animal, audit, ");
    }

    @Test
    void a_strategy_that_there_is_not_is_named() {
        refused(
                declared(settings("product", "ours")),
                "The binding of the stream 'products' of the connection 'crm' names the conflict strategy 'ours', which"
                        + " there is not. There are: local-wins, merge, mine, newest-wins, remote-wins, undecided.");
    }

    @Test
    void a_stream_is_bound_once() {
        refused(
                engine(products(), products()),
                "The stream 'products' of the connection 'crm' is bound 2 times. Bind it once, by a bean or by the"
                        + " settings.");
    }

    @Test
    void a_name_is_given_once() {
        assertThatThrownBy(() -> ConnectorEngine.of(
                        parts(),
                        new ConnectorBeans(
                                List.of(shop, new FakeSystem("crm")), List.of(), List.of(), List.of(), Map.of()),
                        RecordedJobs::new))
                .hasMessage("There are two connections of the name 'crm'. Give each a name of its own; it is the"
                        + " system's.");
    }

    @Test
    void a_window_ends_after_it_begins() {
        java.time.LocalDate day = java.time.LocalDate.of(2026, 3, 29);

        assertThatThrownBy(() -> new FetchWindow(day, day.minusDays(1), java.time.ZoneOffset.UTC))
                .hasMessage(
                        "The window ends on 2026-03-28, before it begins on 2026-03-29. Give the earlier day first.");
    }
}
