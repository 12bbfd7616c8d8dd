package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.model.HibernateEntityReader;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Enhanced;
import io.synctracker.testing.Host;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lazy attribute is not loaded for a record of a change, and is loaded for a delivery. */
abstract class LazyCaptureContract extends DatabaseTest {

    private final Class<?> article = Enhanced.article();

    LazyCaptureContract(Vendor vendor) {
        super(vendor);
    }

    @Override
    protected Host start(Vendor vendor) {
        return Host.on(vendor, article);
    }

    private void save(long id) throws ReflectiveOperationException {
        Enhanced.Text text = (Enhanced.Text) article.getDeclaredConstructor().newInstance();
        text.setId(id);
        text.setTitle("title");
        text.setBody("body");
        host.save(text);
        host.takeLog("crm");
    }

    private Enhanced.Text find(jakarta.persistence.EntityManager em, long id) {
        return (Enhanced.Text) em.find(article, id);
    }

    private String stored() {
        return host.jdbc().queryForObject("select data from sync_logs where system_name = 'crm'", String.class);
    }

    @Test
    void a_lazy_attribute_that_was_not_loaded_is_left_out_of_what_is_stored() throws Exception {
        save(1);

        host.run(em -> find(em, 1).setTitle("new"));

        assertThat(stored()).contains("new").doesNotContain("body");
    }

    @Test
    void a_lazy_attribute_that_is_changed_without_being_loaded_is_an_update() throws Exception {
        save(2);

        host.run(em -> find(em, 2).setBody("changed"));

        assertThat(host.log("crm")).containsExactly("update article 2");
        assertThat(stored()).contains("changed");
    }

    @Test
    void a_delete_without_the_lazy_attribute_is_recorded() throws Exception {
        save(3);

        host.run(em -> em.remove(em.find(article, 3L)));

        assertThat(host.log("crm")).containsExactly("delete article 3");
        assertThat(stored()).contains("title");
    }

    @Test
    void a_lazy_attribute_is_read_for_a_delivery_and_for_a_touch() throws Exception {
        save(4);
        EntityRef ref = new EntityRef("article", "4");

        assertThat(new HibernateEntityReader(host.entityManagerFactory(), host.models())
                        .read(List.of(ref))
                        .get(ref)
                        .payload()
                        .attributes())
                .isEqualTo(Map.of("id", 4L, "title", "title", "body", "body"));
        host.tracker().touch(article, List.of(4L));
        assertThat(stored()).contains("body");
    }
}
