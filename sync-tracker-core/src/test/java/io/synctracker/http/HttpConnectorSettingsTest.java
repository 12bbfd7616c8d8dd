package io.synctracker.http;

import static io.synctracker.http.Pulls.factory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.synctracker.connector.BindingSettings;
import io.synctracker.connector.Deletion;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.model.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.convert.support.DefaultConversionService;

class HttpConnectorSettingsTest {

    /** Each line: what the message names, and JSON that is merged into good settings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "url is missing; {'url':''}",
                "url is not known; {'url ':'x'}",
                "url; {'url':'net.test'}",
                "url; {'url':'https://me:s3cret@net.test'}",
                "url has a query; {'url':'https://net.test/?key=s3cret'}",
                "url has a placeholder; {'url':'https://net.test/{type}'}",
                "test-path leads to another host; {'test-path':'https://evil.test/'}",
                "nonsense is not known; {'nonsense':1}",
                "credentials-ref names 'nobody'; {'credentials-ref':'nobody'}",
                "credentials-ref is set beside; {'credentials-ref':'shared','authentication':{'bearer-token':'s3cret'}}",
                "authentication names several ways; {'authentication':{'bearer-token':'s3cret','api-key':'s3cret'}}",
                "authentication.token is not known; {'authentication':{'token':'s3cret'}}",
                "request.headers.Host; {'request':{'headers':{'Host':'s3cret'}}}",
                "limits.connect-timeout; {'limits':{'connect-timeout':'0s'}}",
                "limits.request-timeout is to be a duration; {'limits':{'request-timeout':'soon'}}",
                "limits.requests-per-second; {'limits':{'requests-per-second':0}}",
                "limits.requests-per-second; {'limits':{'requests-per-second':'NaN'}}",
                "limits.max-bytes; {'limits':{'max-bytes':0}}",
                "limits.max-pages is to be a whole number; {'limits':{'max-pages':1.5}}",
                "limits is to have named parts; {'limits':7}",
                "streams is missing; {'streams':{}}",
                "streams.a b has a name; {'streams':{'a b':{}}}",
                "streams.c has no value; {'streams':{'c':null}}",
                "streams.c.pth is not known; {'streams':{'c':{'pth':'/c'}}}",
                "streams.c.path has parts; {'streams':{'c':{'path':['/c']}}}",
                "streams.c.path leads to another host; {'streams':{'c':{'path':'https://evil.test/c'}}}",
                "streams.c.path leads to another host; {'streams':{'c':{'path':'http://net.test/c'}}}",
                "streams.c.paging.style is to be one of none, page, offset, cursor, link; "
                        + "{'streams':{'c':{'paging':{'style':'s3cret'}}}}",
                "streams.c.paging.next is missing; {'streams':{'c':{'paging':{'style':'cursor'}}}}",
                "streams.c.paging.next is for cursors only; {'streams':{'c':{'paging':{'next':'/n'}}}}",
                "streams.c.paging.parameter is not for links; "
                        + "{'streams':{'c':{'paging':{'style':'link','parameter':'p'}}}}",
                "streams.c.paging.size; {'streams':{'c':{'paging':{'size':5001}}}}",
                "streams.c.paging.first; {'streams':{'c':{'paging':{'first':-1}}}}",
                "streams.c.window.overlap; {'streams':{'c':{'window':{'overlap':'31d'}}}}",
                "streams.c.window.exclusive-end is to be true or false; "
                        + "{'streams':{'c':{'window':{'exclusive-end':'yes'}}}}",
                "streams.c.records.changed-at is missing; {'streams':{'c':{'window':{'since':'s'}}}}",
                "streams.c.records.id is blank; {'streams':{'c':{'records':{'id':' '}}}}",
                "streams.c.records.deleted is missing; {'streams':{'c':{'records':{'deleted-values':'x'}}}}",
                "streams.c.binding.model is missing; {'streams':{'c':{'binding':{'natural-key':['code']}}}}",
                "streams.c.binding.deletion is full-pass; "
                        + "{'streams':{'c':{'binding':{'deletion':'full-pass','incremental':true}}}}",
                "streams.c.binding.remote-attributes belongs; {'streams':{'c':{'binding':{'conflict':'merge'}}}}",
            })
    void a_wrong_setting_is_named_with_its_connection_and_shows_no_secret(String named, String json) {
        Map<String, Object> settings = good();
        settings.putAll(JsonText.readMap(json.replace('\'', '"')));

        assertThatExceptionOfType(InvalidConnectionException.class)
                .isThrownBy(() -> factory().create("net", settings))
                .withMessageStartingWith("Connection net: the setting " + named)
                .withMessageEndingWith(" See docs/reference/http-connector.md.")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void the_secret_settings_are_known_by_their_paths() {
        assertThat(factory().secrets())
                .isEqualTo(Set.of(
                        "authentication.api-key",
                        "authentication.bearer-token",
                        "authentication.password",
                        "request.headers",
                        "request.query"));
    }

    @Test
    void streams_keep_their_order_unless_they_have_numbers() {
        Map<String, Object> settings = good();
        settings.put("streams", JsonText.readMap("{\"c\":{},\"b\":{},\"a\":{\"order\":-1}}"));

        assertThat(factory().create("net", settings).streams()).containsExactly("a", "c", "b");
    }

    @Test
    void a_stream_with_a_model_is_bound_by_its_settings() {
        Map<String, Object> settings = good();
        settings.put("streams", JsonText.readMap("""
                {"campaigns": {"binding": {"model": "campaign", "fields": {"title": "name", "town": "/shop/city"},
                  "natural-key": ["code"], "deletion": "full-pass", "conflict": "merge",
                  "remote-attributes": "title, town"}},
                 "coupons": {}}"""));

        assertThat(factory().bindings("net", settings))
                .containsExactly(new BindingSettings(
                        "campaigns",
                        "campaign",
                        Map.of("title", "name", "town", "/shop/city"),
                        List.of("code"),
                        Deletion.FULL_PASS,
                        false,
                        "merge",
                        Set.of("title", "town")));
    }

    @Test
    void properties_and_stored_settings_make_the_same_options() {
        Map<String, String> properties = Map.of(
                "net.url", "https://net.test",
                "net.limits.request-timeout", "10s",
                "net.limits.requests-per-second", "2.5",
                "net.streams.coupons.path", "/coupons",
                "net.streams.coupons.query[per_page]", "5",
                "net.streams.coupons.paging.style", "cursor",
                "net.streams.coupons.paging.next", "/next",
                "net.streams.coupons.window.exclusive-end", "true",
                "net.streams.coupons.binding.fields.title", "/name",
                "net.streams.coupons.binding.deletion", "full-pass");

        HttpConnectorOptions bound = new Binder(
                        List.of(new MapConfigurationPropertySource(properties)),
                        null,
                        new DefaultConversionService(),
                        null)
                .bind("net", HttpConnectorOptions.class)
                .get();

        assertThat(bound.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(new OptionsReader(new ConnectionSettings("net"))
                        .read(HttpConnectorOptions.class, "", JsonText.readMap("""
                                {"url": "https://net.test",
                                 "limits": {"request-timeout": "10s", "requests-per-second": 2.5},
                                 "streams": {"coupons": {"path": "/coupons", "query": {"per_page": 5},
                                  "paging": {"style": "cursor", "next": "/next"},
                                  "window": {"exclusive-end": true},
                                  "binding": {"fields": {"title": "/name"}, "deletion": "full-pass"}}}}""")))
                .isEqualTo(bound);
    }

    @Test
    void neither_options_nor_connectors_show_what_they_keep() {
        Map<String, Object> settings = good();
        settings.put("authentication", Map.of("bearer-token", "s3cret"));
        settings.put("request", Map.of("query", Map.of("key", "s3cret")));

        assertThat(factory().create("net", settings)).hasToString("HttpConnector[net]");
        assertThat(new OptionsReader(new ConnectionSettings("net"))
                        .read(HttpConnectorOptions.class, "", settings)
                        .toString())
                .doesNotContain("s3cret");
    }

    private static Map<String, Object> good() {
        return JsonText.readMap("{\"url\":\"https://net.test/api\",\"streams\":{\"coupons\":{}}}");
    }
}
