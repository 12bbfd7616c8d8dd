package io.synctracker.testdatabases;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The server that the environment names, such as {@code SYNC_TRACKER_TEST_POSTGRESQL_URL}. */
final class EnvironmentSource implements ServerSource {

    private final UnaryOperator<@Nullable String> environment;

    EnvironmentSource(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Server> find(Vendor vendor) {
        String url = read(vendor, "_URL");
        return url.isBlank() ? Optional.empty() : Optional.of(connect(vendor, url));
    }

    // Who named a server wants that one: falling through to another would test something else, silently.
    private Server connect(Vendor vendor, String url) {
        Login login = new Login(url, read(vendor, "_USER"), read(vendor, "_PASSWORD"));
        try {
            return NetworkServer.connect(vendor, login, "named by " + variable(vendor, "_URL"));
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "Cannot reach " + vendor + " as " + login + ": correct or unset " + variable(vendor, "_URL"),
                    failure);
        }
    }

    private String read(Vendor vendor, String suffix) {
        String value = environment.apply(variable(vendor, suffix));
        return value == null ? "" : value;
    }

    static String variable(Vendor vendor, String suffix) {
        return "SYNC_TRACKER_TEST_" + vendor.name() + suffix;
    }
}
