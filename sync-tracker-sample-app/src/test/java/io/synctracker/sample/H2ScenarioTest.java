package io.synctracker.sample;

import java.util.List;

class H2ScenarioTest extends ScenarioContract {

    @Override
    List<String> database() {
        return List.of("--spring.datasource.url=jdbc:h2:mem:scenario");
    }

    /** It ends with the last connection. */
    @Override
    void drop() {}
}
