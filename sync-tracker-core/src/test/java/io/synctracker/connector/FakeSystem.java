package io.synctracker.connector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An external system whose streams are lists that the test changes; pages are numbered. */
final class FakeSystem implements Connector {

    /** Answers a request in its own way. */
    interface Mood {
        RecordPage fetch(FetchRequest request) throws Exception;
    }

    /** What was asked. */
    final List<FetchRequest> asked = new ArrayList<>();

    /** How many records a page has. */
    int pageSize = 2;

    /** What the checkpoint of the last page is. */
    String finalCheckpoint;

    private final String name;
    private final Map<String, List<RemoteRecord>> streams = new LinkedHashMap<>();
    private Mood mood = this::page;

    FakeSystem(String name, String... streams) {
        this.name = name;
        for (String stream : streams) {
            this.streams.put(stream, new ArrayList<>());
        }
    }

    /** Puts records into a stream, in the place of all that are there. */
    void holds(String stream, RemoteRecord... records) {
        streams.put(stream, new ArrayList<>(List.of(records)));
    }

    void answers(Mood answer) {
        mood = answer;
    }

    void answersAsEver() {
        mood = this::page;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> streams() {
        return List.copyOf(streams.keySet());
    }

    @Override
    public ConnectionTest test() {
        return new ConnectionTest(true, "It answers.", Duration.ZERO);
    }

    @Override
    public RecordPage fetch(FetchRequest request) throws Exception {
        asked.add(request);
        return mood.fetch(request);
    }

    RecordPage page(FetchRequest request) {
        List<RemoteRecord> all = streams.get(request.stream());
        int from = request.checkpoint() == null ? 0 : Integer.parseInt(request.checkpoint());
        int to = Math.min(from + pageSize, all.size());
        boolean last = to >= all.size();
        String next = last ? finalCheckpoint : String.valueOf(to);
        return new RecordPage(all.subList(Math.min(from, to), to), next, last, (long) all.size());
    }
}
