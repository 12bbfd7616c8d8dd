package io.synctracker.sample;

import static org.awaitility.Awaitility.await;

import com.example.notes.NotesApplication;
import io.synctracker.sample.systems.ExternalSystems;
import io.synctracker.sample.systems.ExternalSystems.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class TutorialTest {

    private static final Path PAGE = Path.of("..", "docs", "tutorial.md");

    @TempDir
    Path directory;

    @Test
    void the_application_of_the_page_delivers_with_the_settings_of_the_page() throws IOException {
        int port = Shop.freePort();
        try (ExternalSystems systems = ExternalSystems.start(new Ports(0, 0, 0, 0), "secret");
                ConfigurableApplicationContext notes = new SpringApplicationBuilder(NotesApplication.class)
                        .run(
                                "--spring.config.location=" + settings().toUri(),
                                "--server.port=" + port,
                                "--spring.datasource.url=jdbc:h2:mem:notes",
                                "--spring.sql.init.mode=never",
                                "--sync-tracker.targets.crm.http.url=" + systems.crm() + "/records/{type}")) {
            Shop.at(port).post("/notes", "Buy tea");
            Http crm = new Http(systems.crm());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> crm.get("/records/Note").at("/0/data/text").asString(""), "Buy tea"::equals);
        }
    }

    /** Writes the one block of settings that the page has into a file. */
    private Path settings() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        String settings = page.substring(start, page.indexOf("```", start));
        return Files.writeString(directory.resolve("application.yaml"), settings);
    }
}
