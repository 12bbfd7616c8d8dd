package io.synctracker.testdatabases;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a database is, and as whom to enter it. */
record Login(String url, String user, String password) {

    private static final Pattern SERVER_URL = Pattern.compile("(jdbc:\\w+://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    Login {
        requireNonNull(url, "url");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same server and user, but another of its databases. */
    Login toDatabase(String name) {
        Matcher parts = SERVER_URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Cannot read the JDBC URL " + url + ": expected jdbc:<product>://<host>[:<port>]/<database>");
        }
        String options = parts.group(2) == null ? "" : parts.group(2);
        return new Login(parts.group(1) + "/" + name + options, user, password);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
