package io.synctracker.schedule;

import io.synctracker.connector.Connections;
import io.synctracker.job.JobTimerOwner;
import io.synctracker.job.JobTimers;
import io.synctracker.store.Dialect;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What schedules are made of.
 *
 * @param dataSource where the tables are
 * @param transactionManager the transactions that the tables, the jobs and the timers take part in
 * @param dialect the database's dialect
 * @param connections what is pulled
 * @param timers what wakes the schedules; its clock must be the same as {@code clock}
 * @param clock says what time it is
 */
public record ScheduleParts(
        DataSource dataSource,
        PlatformTransactionManager transactionManager,
        Dialect dialect,
        Connections connections,
        JobTimers timers,
        Clock clock) {

    /** Makes what people see of the schedules. */
    public Schedules schedules() {
        return new DefaultSchedules(this, store(), new Pulls(connections));
    }

    /** Makes what the schedules' timers ring; a timer has the number of its schedule. */
    public JobTimerOwner timerOwner() {
        return new Ringing(this, store(), new Pulls(connections));
    }

    /** Sets the timer of every enabled schedule to when it fires next; for the start of an application. */
    public void heal() {
        new Ringing(this, store(), new Pulls(connections)).heal();
    }

    private ScheduleStore store() {
        return new ScheduleStore(dataSource, dialect);
    }
}
