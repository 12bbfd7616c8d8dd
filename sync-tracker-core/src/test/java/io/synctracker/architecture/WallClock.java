package io.synctracker.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;

/** The ways to read the machine's own clock. Only {@code System.nanoTime} is left out: it measures, and tells no time. */
final class WallClock {

    private static final Set<String> CLOCKS = Set.of(Clock.class.getName(), InstantSource.class.getName());

    private WallClock() {}

    static DescribedPredicate<JavaCall<?>> isRead() {
        return DescribedPredicate.describe("read the wall clock", call -> isRead(call.getTarget()));
    }

    private static boolean isRead(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String method = target.getName();
        boolean now = owner.startsWith("java.time.") && method.equals("now") && !takesAClock(target);
        boolean systemClock = CLOCKS.contains(owner) && (method.startsWith("system") || method.startsWith("tick"));
        boolean millis = owner.equals(System.class.getName()) && method.equals("currentTimeMillis");
        return now || systemClock || millis || isOldDate(owner, target);
    }

    private static boolean takesAClock(CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isOldDate(String owner, CodeUnitCallTarget target) {
        boolean newDate = owner.equals(Date.class.getName())
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return newDate
                || owner.equals(Calendar.class.getName()) && target.getName().equals("getInstance");
    }
}
