package io.synctracker.connector;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.job.JobEngine;
import io.synctracker.testing.Host;
import io.synctracker.testing.Zoo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A process that pulls, and waits in the middle of the second page to be killed. */
final class DoomedProcess {

    private DoomedProcess() {}

    /** Takes the database's address, its user, and the file that tells that the middle is reached. */
    public static void main(String[] arguments) throws Exception {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(arguments[0]);
        dataSource.setUsername(arguments[1]);
        dataSource.setPassword(System.getenv("DOOMED_PASSWORD"));
        Host host = Host.beside(dataSource);
        Path signal = Path.of(arguments[2]);
        StreamBinding<Zoo.Product> doomed = PullTest.products().withMapper((record, product) -> {
            product.name = (String) record.attributes().get("name");
            if (product.name.equals("d")) {
                reach(signal);
            }
        });
        AtomicReference<ConnectorEngine> connectors = new AtomicReference<>();
        JobEngine jobs = Pulling.jobs(host, connectors::get, "doomed");
        connectors.set(Pulling.engine(host, sixProducts(), List.of(doomed), () -> jobs));
        jobs.start();
        connectors.get().connections().pull(PullRequest.of("crm"));
        new CountDownLatch(1).await();
    }

    private static void reach(Path signal) {
        try {
            Files.createFile(signal);
            new CountDownLatch(1).await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a system with three pages. */
    static FakeSystem sixProducts() {
        FakeSystem shop = new FakeSystem("crm", "products");
        shop.holds(
                "products",
                List.of("a", "b", "c", "d", "e", "f").stream()
                        .map(name -> PullTest.record("p-" + name, "name", name))
                        .toArray(RemoteRecord[]::new));
        return shop;
    }
}
