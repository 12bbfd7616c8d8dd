package io.synctracker.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "a/b -> a%2Fb",
                "a?b=c&d -> a%3Fb%3Dc%26d",
                "'two words' -> two%20words",
                "50%+1 -> 50%25%2B1",
                "Grün#日本 -> Gr%C3%BCn%23%E6%97%A5%E6%9C%AC",
                "a.b-c_d~e -> a.b-c_d~e",
                "*;: -> %2A%3B%3A",
                "\\..\\ -> %5C..%5C",
                "{id} -> %7Bid%7D",
                "... -> ...",
            })
    void an_id_stays_inside_its_path_segment(String id, String encoded) throws Exception {
        UrlTemplate template = UrlTemplate.of("https://crm.test/p", "/{externalId}/x");

        assertThat(template.expand(HttpDelivery.update(id))).hasToString("https://crm.test/p/" + encoded + "/x");
    }

    @Test
    void every_placeholder_is_filled_in_path_and_query() throws Exception {
        UrlTemplate template = UrlTemplate.of("https://crm.test/{type}", "/{id}?ext={externalId}&again={id}");

        assertThat(template.expand(HttpDelivery.update("A 1")))
                .hasToString("https://crm.test/product/42?ext=A%201&again=42");
    }

    @ParameterizedTest
    @CsvSource({
        "https://crm.test/api, '', https://crm.test/api",
        "https://crm.test/api/, '', https://crm.test/api/",
        "https://crm.test/api, /x, https://crm.test/api/x",
        "https://crm.test/api/, /x, https://crm.test/api/x",
        "https://crm.test/api/, x, https://crm.test/api/x",
        "https://crm.test/api, ?q=1, https://crm.test/api?q=1",
        "https://crm.test/api?sig=k, '', https://crm.test/api?sig=k",
        "https://crm.test/api?sig=k, /x, https://crm.test/api/x?sig=k",
        "https://crm.test/api?sig=k, /x?q=1, https://crm.test/api/x?q=1&sig=k",
        "https://crm.test/api, https://other.test/y, https://other.test/y",
        "HTTPS://CRM.test/api, /x, HTTPS://CRM.test/api/x",
    })
    void a_path_is_appended_to_the_url(String url, String path, String expected) throws Exception {
        assertThat(UrlTemplate.of(url, path).expand(HttpDelivery.create())).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void an_id_that_would_climb_out_of_its_segment_is_refused(String id) {
        UrlTemplate template = UrlTemplate.of("https://crm.test/p", "/{externalId}");

        assertThatThrownBy(() -> template.expand(HttpDelivery.delete(id))).hasMessageContaining("another URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b", "\u0085"})
    void an_id_with_a_control_character_is_refused(String id) {
        UrlTemplate template = UrlTemplate.of("https://crm.test/p", "/{externalId}");

        assertThatThrownBy(() -> template.expand(HttpDelivery.update(id))).hasMessageContaining("externalId");
    }

    @Test
    void an_empty_id_is_refused_since_its_url_would_be_the_whole_collection() {
        UrlTemplate template = UrlTemplate.of("https://crm.test/p", "/{id}");

        assertThatThrownBy(() -> template.expand(HttpDelivery.delete("x").withEntity("product", " ")))
                .hasMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://crm.test",
                "crm.test/api",
                "/api",
                "https://",
                "https:///api",
                "https://{id}.crm.test/api",
                "https://crm.test:99999/api",
                "https://crm.test/a b",
                "https://crm.test/a#part",
                "https://crm.test/a/../b",
                "https://crm.test/%zz",
                "https://crm.test/{name}",
                "https://crm.test/{id",
                "https://crm.test/{}",
                "https://crm.test:{id}/",
            })
    void a_url_that_cannot_work_is_refused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> UrlTemplate.of(url, ""));
    }

    @Test
    void a_refused_url_shows_neither_user_info_nor_query() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UrlTemplate.of("https://me:s3cret@crm.test/a", ""))
                .withMessageContaining("http.authentication")
                .withMessageNotContaining("s3cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UrlTemplate.of("https://crm.test/a b?key=s3cret", ""))
                .withMessageNotContaining("s3cret");
    }

    @Test
    void letters_outside_ascii_in_the_template_are_encoded() throws Exception {
        assertThat(UrlTemplate.of("https://crm.test/größe", "").expand(HttpDelivery.create()))
                .hasToString("https://crm.test/gr%C3%B6%C3%9Fe");
    }
}
