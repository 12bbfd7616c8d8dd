package io.synctracker.testdatabases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A server of this machine, on its standard port, that lets the standard administrator in without a password. */
final class LoopbackSource implements ServerSource {

    private static final int PATIENCE_MILLIS = 500;

    private static final Map<Vendor, Place> PLACES = Map.of(
            Vendor.POSTGRESQL, new Place("jdbc:postgresql", 5432, "/postgres", "postgres"),
            Vendor.MARIADB, new Place("jdbc:mariadb", 3306, "/", "root"));

    private record Place(String scheme, int port, String database, String administrator) {

        Login login() {
            return new Login(scheme + "://127.0.0.1:" + port + database, administrator, "");
        }
    }

    @Override
    public Optional<Server> find(Vendor vendor) {
        Place place = PLACES.get(vendor);
        if (place == null || !listens(place.port())) {
            return Optional.empty();
        }
        try {
            return Optional.of(NetworkServer.connect(vendor, place.login(), "on 127.0.0.1:" + place.port()));
        } catch (SQLException refused) {
            return Optional.empty(); // somebody's own server, with a password: not ours to use
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
