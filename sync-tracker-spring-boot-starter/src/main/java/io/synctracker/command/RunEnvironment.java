package io.synctracker.command;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Makes an application that is to do one run start without a web server, a relay and a clean-up, unless its command line
 * says otherwise.
 */
final class RunEnvironment implements EnvironmentPostProcessor {

    static final String RUN = "sync-tracker.run";

    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.web-application-type", "none",
            "sync-tracker.relay.enabled", "false",
            "sync-tracker.cleanup.enabled", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty(RUN)) {
            return;
        }
        MutablePropertySources sources = environment.getPropertySources();
        MapPropertySource quiet = new MapPropertySource("sync-tracker-run", QUIET);
        String commandLine = CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;
        if (sources.contains(commandLine)) {
            sources.addAfter(commandLine, quiet);
        } else {
            sources.addFirst(quiet);
        }
    }
}
