package io.synctracker.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/postgres, jdbc:postgresql://db:5432/mine",
        "jdbc:postgresql://db/postgres?ssl=true, jdbc:postgresql://db/mine?ssl=true",
        "jdbc:mariadb://db:3306/, jdbc:mariadb://db:3306/mine",
        "jdbc:mariadb://db, jdbc:mariadb://db/mine"
    })
    void another_database_of_the_server_keeps_host_and_options(String url, String expected) {
        assertThat(new Login(url, "me", "").toDatabase("mine").url()).isEqualTo(expected);
    }

    @Test
    void a_url_without_a_server_is_refused() {
        Login login = new Login("jdbc:h2:mem:x", "sa", "");
        assertThatThrownBy(() -> login.toDatabase("mine")).hasMessageContaining("jdbc:h2:mem:x");
    }

    @Test
    void the_password_is_not_shown() {
        assertThat(new Login("jdbc:mariadb://db/", "me", "s3cret")).asString().doesNotContain("s3cret");
    }
}
