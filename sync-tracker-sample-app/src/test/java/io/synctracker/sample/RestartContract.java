package io.synctracker.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synctracker.sample.systems.ExternalSystems;
import io.synctracker.sample.systems.ExternalSystems.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the shop's process is killed while it delivers. */
abstract class RestartContract {

    private static final int MAPS = 40;

    @TempDir
    Path directory;

    private final ExternalSystems systems = ExternalSystems.start(new Ports(0, 0, 0, 0), "demo-webhook-secret");
    private final Remote crm = new Remote("crm", systems.crm(), systems.desk());
    private final Remote erp = new Remote("erp", systems.erp(), systems.desk());

    /** The command line arguments that name an empty database. */
    abstract List<String> database();

    @AfterEach
    void close() {
        systems.close();
    }

    @Test
    void a_shop_that_is_killed_in_the_middle_goes_on_where_it_was() throws Exception {
        try (ShopProcess shop = ShopProcess.start(database(), systems, directory.resolve("shop.log"))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> crm.product("AD-02").isPresent());
            crm.be("slow");
            IntStream.range(0, MAPS).forEach(i -> Shop.add(shop.http(), "map-" + i, "Map"));
            await().atMost(Duration.ofSeconds(60)).until(() -> arrived() > 0);
            shop.kill();
        }
        assertThat(arrived()).isLessThan(MAPS);
        crm.be("up");
        try (Shop shop = Shop.start(database(), systems)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> shop.waiting("crm") == 0 && shop.waiting("erp") == 0);
            assertThat(IntStream.range(0, MAPS)).allSatisfy(i -> {
                assertThat(crm.product("map-" + i)).isPresent();
                assertThat(erp.product("map-" + i)).isPresent();
            });
        }
    }

    private long arrived() {
        return crm.records("Product")
                .filter(product -> product.at("/data/sku").asString().startsWith("map-"))
                .count();
    }
}
