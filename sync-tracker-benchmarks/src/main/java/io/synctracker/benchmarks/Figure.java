package io.synctracker.benchmarks;

import io.synctracker.benchmarks.application.Setup;
import io.synctracker.benchmarks.process.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that is measured. */
interface Figure {

    /** Its name, in options and in results. */
    String name();

    /** Who takes part, before the options choose. */
    List<Kind> contestants();

    /**
     * Measures.
     *
     * @param run what is asked for, and where results go
     * @param kinds who takes part
     */
    void measure(Run run, List<Kind> kinds);

    /** How a process of a contestant is set up to record only. */
    static Setup recording(Kind kind) {
        return new Setup(0, "", false, 0, kind.options());
    }

    /**
     * How it is set up to deliver.
     *
     * @param kind the contestant
     * @param workers how many
     * @param receiver the receiver's URL; empty for one that does nothing
     * @param options where a batch size may be asked for
     */
    static Setup delivering(Kind kind, int workers, String receiver, Options options) {
        return new Setup(workers, receiver, false, options.batchSize(), kind.options());
    }

    /** What a cell of the results is called. */
    static Map<String, Object> cell(Kind kind, Object... more) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("contestant", kind.name());
        for (int place = 0; place < more.length; place += 2) {
            cell.put(more[place].toString(), more[place + 1]);
        }
        return cell;
    }
}
