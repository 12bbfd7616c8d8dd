package io.synctracker.web;

import io.synctracker.schedule.Cadence;
import io.synctracker.schedule.DateRange;
import io.synctracker.schedule.ScheduleDraft;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule is to be, as it is sent.
 *
 * @param name what people call it
 * @param connections the connections to pull
 * @param stream one stream of each, or {@code null} for all
 * @param cadence how often
 * @param zone whose days and times they are; UTC by default
 * @param range which days are asked for; all by default
 * @param maxRunsPerDay how often it fires on one day at most; 0, the default, for no limit
 * @param enabled whether it fires; it does by default
 */
record ScheduleForm(
        @Nullable String name,
        @Nullable List<@Nullable String> connections,
        @Nullable String stream,
        @Nullable CadenceForm cadence,
        @Nullable String zone,
        @Nullable RangeForm range,
        @Nullable Integer maxRunsPerDay,
        @Nullable Boolean enabled) {

    /**
     * Makes a draft.
     *
     * @throws ProblemException if fields are missing or wrong
     */
    ScheduleDraft draft() {
        Fields fields = new Fields();
        String itsName = fields.required("name", name);
        List<String> itsConnections = fields.connections(connections);
        ZoneId itsZone = fields.zone(zone);
        Cadence itsCadence = null;
        if (cadence == null) {
            fields.wrong("cadence", "'cadence' is missing.");
        } else {
            itsCadence = cadence.cadence(fields);
        }
        fields.check();
        if (itsCadence == null) {
            throw new IllegalStateException("checked above");
        }
        return new ScheduleDraft(
                itsName,
                itsConnections,
                stream,
                itsCadence,
                itsZone,
                range == null ? DateRange.ALL : range.range(),
                maxRunsPerDay == null ? 0 : maxRunsPerDay,
                enabled == null || enabled);
    }
}
