package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Zoo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot be applied is set aside with its reason, and the rest goes on. */
abstract class SetAsideContract extends PullTest {

    SetAsideContract(Vendor vendor) {
        super(vendor);
    }

    private static StreamBinding<Zoo.Customer> customers() {
        return StreamBinding.of("crm", "customers", Zoo.Customer.class);
    }

    private static StreamBinding<Zoo.Order> orders() {
        return StreamBinding.of("crm", "orders", Zoo.Order.class);
    }

    @Test
    void a_value_that_does_not_fit_is_named_without_its_content() {
        shop.holds("products", record("p1", "name", "a", "price", "much"), record("p2", "name", "b"));

        assertThat(pull(products())).containsOnly(Map.entry("created", 1L), Map.entry("setAside", 1L));

        assertThat(productNames()).containsExactly("b");
        assertThat(reasons()).containsExactly("'price' is a text that is no BigDecimal (attribute 'price').");
        assertThat(setAsides().get(0).record()).containsEntry("price", "much");
    }

    @Test
    void a_record_without_an_id_is_set_aside_once() {
        shop.holds("products", record(null, "name", "a"), record(" ", "name", "b"));

        pull(products());
        pull(products());

        assertThat(reasons()).containsExactly("It has no id.", "It has no id.");
        assertThat(setAsides().get(0).runId()).isEqualTo(2);
    }

    @Test
    void an_id_that_is_too_long_is_set_aside() {
        shop.holds("products", record("x".repeat(256), "name", "a"));

        pull(products());

        assertThat(reasons()).containsExactly("Its id has 256 characters; 255 is the limit.");
    }

    @Test
    void the_same_record_twice_on_a_page_counts_once() {
        shop.holds("products", record("p1", "name", "a"), record("p1", "name", "a"));

        assertThat(pull(products())).containsExactly(Map.entry("created", 1L));
    }

    @Test
    void two_records_of_one_id_are_both_set_aside() {
        shop.holds("products", record("p1", "name", "a"), record("p1", "name", "b"));

        assertThat(pull(products())).containsExactly(Map.entry("setAside", 2L));

        assertThat(productNames()).isEmpty();
        assertThat(reasons()).containsExactly("Its id is on the page 2 times, with different content.");
    }

    @Test
    void a_record_that_is_applied_later_is_let_go() {
        shop.holds("products", record("p1", "name", "a", "price", "much"));
        pull(products());
        shop.holds("products", record("p1", "name", "a", "price", 2));

        pull(products());

        assertThat(setAsides()).isEmpty();
        assertThat(productNames()).containsExactly("a");
    }

    @Test
    void what_the_database_refuses_is_found_among_the_others() {
        shop.pageSize = 20;
        shop.holds(
                "products",
                IntStream.range(0, 9)
                        .mapToObj(i -> record("p" + i, "name", i == 5 ? "x".repeat(300) : "n" + i))
                        .toArray(RemoteRecord[]::new));

        assertThat(pull(products())).containsOnly(Map.entry("created", 8L), Map.entry("setAside", 1L));

        assertThat(setAsides()).extracting(SetAsides.SetAside::externalId).containsExactly("p5");
        assertThat(reasons().get(0)).startsWith("It was refused: ").doesNotContain("xxx");
        assertThat(host.log("erp")).hasSize(8);
    }

    @Test
    void a_record_that_the_mapper_refuses_spoils_no_other() {
        shop.pageSize = 20;
        shop.holds("products", record("p1", "title", "a"), record("p2", "title", "bad"), record("p3", "title", "c"));
        StreamBinding<Zoo.Product> binding = products().withMapper((record, product) -> {
            product.name = (String) record.attributes().get("title");
            if (product.name.startsWith("bad")) {
                throw new IllegalArgumentException("No title.");
            }
        });
        pull(binding);
        shop.holds("products", record("p1", "title", "bad too"), record("p3", "title", "d"));

        assertThat(pull(binding)).containsOnly(Map.entry("updated", 1L), Map.entry("setAside", 1L));

        assertThat(productNames()).containsExactly("a", "d");
        assertThat(reasons()).containsExactly("No title.", "No title.");
    }

    @Test
    void a_reference_is_written_from_the_other_entitys_id_there() {
        shop.holds("customers", record("c1", "name", "x"));
        shop.holds("orders", record("o1", "customer", "c1"));

        pull(customers(), orders());

        assertThat(host.jdbc()
                        .queryForList(
                                "select c.name from purchase_orders o join customers c on c.id = o.customer_id",
                                String.class))
                .containsExactly("x");
    }

    @Test
    void a_parent_that_comes_later_in_the_stream_is_waited_for() {
        shop.pageSize = 1;
        shop.holds(
                "nodes",
                record("n1", "id", 1, "parent", "n2"),
                record("n2", "id", 2, "parent", "n3"),
                record("n3", "id", 3));

        Map<String, Long> counts = pull(
                StreamBinding.of("crm", "nodes", Zoo.Node.class).withFields(Map.of("id", "id", "parent", "parent")));

        assertThat(counts).containsExactly(Map.entry("created", 3L));
        assertThat(setAsides()).isEmpty();
        assertThat(host.jdbc().queryForList("select parent_id from TreeNode order by id", Long.class))
                .containsExactly(2L, 3L, null);
    }

    @Test
    void a_parent_that_never_comes_is_named() {
        shop.holds("orders", record("o1", "customer", "c9"));

        assertThat(pull(orders())).containsExactly(Map.entry("setAside", 1L));

        assertThat(reasons()).containsExactly("The customer that 'customer' names is not here (attribute 'customer').");
    }

    @Test
    void embedded_attributes_are_written_one_by_one() {
        shop.holds("customers", record("c1", "name", "x", "address", Map.of("city", "Ulm", "street", "Gasse 1")));
        pull(customers());
        shop.holds("customers", record("c1", "name", "x", "address.city", "Bonn"));

        pull(customers());

        assertThat(host.jdbc().queryForMap("select city, street from customers"))
                .containsEntry("city", "Bonn")
                .containsEntry("street", "Gasse 1");
    }

    @Test
    void what_is_sensitive_is_encrypted_where_it_is_kept_and_masked_where_it_is_read() {
        RemoteRecord record = record("c1", "name", 7.5, "mail", "ada@example.org", "address", List.of());
        shop.holds("customers", record);
        pull(customers().withFields(Map.of("email", "mail", "address.city", "address", "name", "name")));

        assertThat(reasons()).containsExactly("'address' is a list that is no String (attribute 'address.city').");
        assertThat(setAsides().get(0).record())
                .containsEntry("mail", "***")
                .containsEntry("name", new BigDecimal("7.5"));
        assertThat(host.jdbc().queryForObject("select record_data from sync_set_asides", String.class))
                .doesNotContain("ada@example.org");
    }

    @Test
    void a_natural_key_finds_an_entity_that_has_no_external_id() {
        Zoo.Product product = host.save(new Zoo.Product("a"));
        shop.holds("products", record("p1", "name", "a", "price", 3));

        assertThat(pull(products().withNaturalKey("name"))).containsExactly(Map.entry("updated", 1L));

        assertThat(product("p1").id).isEqualTo(product.id);
        assertThat(product("p1").price).isEqualByComparingTo("3");
    }

    @Test
    void a_natural_key_that_is_not_of_one_is_set_aside() {
        host.save(new Zoo.Product("a"));
        host.save(new Zoo.Product("a"));
        host.tracker().markAsSynced(host.save(new Zoo.Product("b")), "p9", "crm");
        shop.holds("products", record("p1", "name", "a"), record("p2", "name", "b"));

        pull(products().withNaturalKey("name"));

        assertThat(reasons())
                .hasSize(2)
                .anyMatch(reason -> reason.equals("2 product have its natural key; it must be that of one."))
                .anyMatch(reason -> reason.matches("Its natural key is that of .*, which is linked to 'p9'\\."));
    }

    @Test
    void pages_of_what_was_set_aside_follow_each_other() {
        shop.holds("products", record("p1", "price", "x"), record("p2", "price", "x"), record("p3", "price", "x"));
        pull(products());
        SetAsides all = engine().setAsides();

        List<SetAsides.SetAside> first = all.list(null, null, 2);
        List<SetAsides.SetAside> second = all.list("crm", first.get(1).id(), 2);

        assertThat(first).extracting(SetAsides.SetAside::externalId).containsExactly("p3", "p2");
        assertThat(second).extracting(SetAsides.SetAside::externalId).containsExactly("p1");
        assertThat(all.list("erp", null, 2)).isEmpty();
        assertThatThrownBy(() -> all.list(null, null, 0))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("A page cannot have 0 records. Ask for 1 to 1000.");
    }
}
