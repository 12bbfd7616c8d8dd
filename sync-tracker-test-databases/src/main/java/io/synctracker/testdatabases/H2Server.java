package io.synctracker.testdatabases;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.engine.Constants;

/** H2 in memory. A database there is made by connecting to it. */
final class H2Server implements Server {

    static Optional<Server> find(Vendor vendor) {
        return vendor == Vendor.H2 ? Optional.of(new H2Server()) : Optional.empty();
    }

    @Override
    public String description() {
        return "H2 " + Constants.VERSION + " in memory";
    }

    @Override
    public Login create(String database) {
        return login(database);
    }

    @Override
    public void drop(String database) throws SQLException {
        try (Connection connection = login(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        }
    }

    private static Login login(String database) {
        return new Login("jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
