package io.synctracker.sample;

import java.util.List;

class H2RestartTest extends RestartContract {

    /** Written at once: by default, H2 may lose half a second of commits to a power cut. */
    @Override
    List<String> database() {
        return List.of("--spring.datasource.url=jdbc:h2:file:" + directory.resolve("shop") + ";WRITE_DELAY=0");
    }
}
