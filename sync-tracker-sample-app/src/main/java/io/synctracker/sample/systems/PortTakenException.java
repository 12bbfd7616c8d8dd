package io.synctracker.sample.systems;

/** Another process listens where one of the systems wanted to. */
public final class PortTakenException extends RuntimeException {

    private final String setting;

    PortTakenException(String name, int port, Throwable cause) {
        super("Port " + port + " is taken, so the " + name + " cannot start", cause);
        this.setting = "shop.systems." + name + "-port";
    }

    /** Returns the name of the setting that says which port it is. */
    public String setting() {
        return setting;
    }
}
