package io.synctracker.http;

import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.connector.RecordPage;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.target.HttpAnswer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Knows one stream: where its pages are, and how they are read. Thread-safe. */
final class HttpStream {

    private static final int NO_CONTENT = 204;

    private final PageUrls urls;
    private final Pager pager;
    private final RecordReader reader;
    private final int maxPages;
    private final Clock clock;

    HttpStream(ConnectionSettings settings, String name, HttpConnectorOptions connection, Clock clock) {
        HttpStreamOptions options = Objects.requireNonNull(connection.streams().get(name), name);
        String path = "streams." + name + ".";
        this.pager = new Pager(settings, path + "paging.", options.paging());
        this.urls = new PageUrls(settings, path, connection, options, pager);
        this.reader = new RecordReader(
                settings, path, options.records(), options.binding().fields().values());
        this.maxPages = connection.limits().maxPages();
        this.clock = clock;
        settings.check(
                path + "records.changed-at",
                !urls.asksSince() || options.records().changedAt() != null,
                "is missing, though window.since is set: point it at the time from which the next pull begins.");
    }

    /** Returns the URL of a page; see {@link PageUrls#url}. */
    URI url(Position at, @Nullable FetchWindow window) {
        return urls.url(at, window, pager.size());
    }

    /** Returns the URL of a first page that is as small as the system makes one. */
    URI smallest() {
        return urls.url(Position.START, null, 1);
    }

    /** Returns the records of a page, whatever follows it. */
    List<RemoteRecord> records(HttpAnswer answer) {
        return reader.records(document(answer));
    }

    /**
     * Reads a page.
     *
     * @param at which page it is
     * @throws InvalidPageException if it is none; its message follows the name of the stream and has no period
     */
    RecordPage page(Position at, HttpAnswer answer) {
        JsonNode document = document(answer);
        List<RemoteRecord> records = reader.records(document);
        Long total = reader.total(document);
        String print = RecordReader.print(records);
        if (!records.isEmpty() && print.equals(at.print())) {
            throw new InvalidPageException("page " + (at.pages() + 1) + " has the same records as the one before."
                    + " The system may not know the parameters of paging: correct them");
        }
        Instant newest = newest(at, records);
        Optional<String> following = pager.following(at, document, answer, records.size())
                .map(named -> pager.usesUrls() ? urls.storable(named, at) : named);
        // What polls for news is given the same cursor until there are some.
        boolean polled =
                records.isEmpty() && following.isPresent() && following.get().equals(at.next());
        if (following.isEmpty() || polled || pager.isLast(at, document, records.size(), total)) {
            return new RecordPage(records, end(at, newest, following.orElse(null)), true, total);
        }
        checkProgress(at, following.get());
        return new RecordPage(
                records, at.then(following.get(), records.size(), newest, print).checkpoint(), false, total);
    }

    private static JsonNode document(HttpAnswer answer) {
        if (answer.flaw() != null) {
            throw new InvalidPageException("the answer " + answer.flaw());
        }
        return answer.status() == NO_CONTENT ? NullNode.getInstance() : RecordReader.parse(answer.text());
    }

    private void checkProgress(Position at, String following) {
        if (following.equals(at.next()) || at.hasMarked(following)) {
            throw new InvalidPageException("page " + (at.pages() + 1) + " is followed by a page that was there before,"
                    + " so that there would be no end. Tell the system's owner, or correct paging");
        }
        if (at.pages() + 1 >= maxPages) {
            throw new InvalidPageException("there are more than " + maxPages
                    + " pages. Pull a smaller window, make the pages larger, or raise limits.max-pages");
        }
    }

    /** Returns the latest time of change, but none that has not come yet: nothing older would be asked for again. */
    private @Nullable Instant newest(Position at, List<RemoteRecord> records) {
        Instant now = clock.instant();
        return Stream.concat(Stream.ofNullable(at.newest()), records.stream().flatMap(HttpStream::time))
                .map(time -> time.isAfter(now) ? now : time)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Stream<Instant> time(RemoteRecord record) {
        return Stream.ofNullable(record.changedAt());
    }

    /** Returns where the next pull of an incremental stream begins. */
    private @Nullable String end(Position at, @Nullable Instant newest, @Nullable String following) {
        if (urls.asksSince()) {
            Instant since = newest == null ? at.since() : newest.minus(urls.overlap());
            return since == null
                    ? null
                    : Position.START.since(later(since, at.since())).checkpoint();
        }
        return following == null || pager.isNumbered()
                ? null
                : Position.START.at(following).checkpoint();
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
