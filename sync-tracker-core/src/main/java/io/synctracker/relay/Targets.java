package io.synctracker.relay;

import io.synctracker.SyncTrackerException;
import io.synctracker.target.SyncTarget;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The targets that an application declares, by name. Immutable. */
public final class Targets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Map<String, SyncTarget> byName;

    private Targets(Map<String, SyncTarget> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /**
     * Registers targets.
     *
     * @param targets each with a name of its own
     * @return the registry
     * @throws SyncTrackerException if two have the same name, or a name is not 1 to 64 letters, digits, dots, underscores
     *     and hyphens, the first a letter or a digit
     */
    public static Targets of(Collection<? extends SyncTarget> targets) {
        Map<String, SyncTarget> byName = new TreeMap<>();
        for (SyncTarget target : targets) {
            SyncTarget other = byName.put(checkedName(target), target);
            if (other != null) {
                throw new SyncTrackerException("Two targets are named '" + target.name() + "': "
                        + other.getClass().getName() + " and "
                        + target.getClass().getName()
                        + ". Give each a name of its own.");
            }
        }
        return new Targets(byName);
    }

    private static String checkedName(SyncTarget target) {
        String name = target.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new SyncTrackerException("The target " + target.getClass().getName() + " is named '" + name
                    + "'. Give it a name of 1 to 64 letters, digits, dots, underscores and hyphens,"
                    + " beginning with a letter or a digit.");
        }
        return name;
    }

    /** Returns the names, in alphabetical order. */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * Finds a target.
     *
     * @param name its name
     * @return empty if it is not declared
     */
    public Optional<SyncTarget> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
