package io.synctracker.target;

import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Knows whose settings are read, so that whatever is wrong is reported under its full name. */
final class TargetSettings {

    private final String target;
    private final BiFunction<String, String, ? extends RuntimeException> wrong;

    TargetSettings(String target) {
        this(
                target,
                (setting, problem) -> new TargetSettingException(
                        target, "sync-tracker.targets." + target + ".http." + setting, problem));
    }

    /**
     * Reports what is wrong as somebody else wants it.
     *
     * @param target whose settings are read
     * @param wrong makes an exception of the setting's name and of words that follow it
     */
    TargetSettings(String target, BiFunction<String, String, ? extends RuntimeException> wrong) {
        this.target = target;
        this.wrong = wrong;
    }

    String target() {
        return target;
    }

    /**
     * Reads one setting.
     *
     * @param setting its name below {@code http}
     * @param read throws {@link IllegalArgumentException} with words that follow the setting's name
     */
    <T> T read(String setting, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException problem) {
            throw wrong.apply(setting, String.valueOf(problem.getMessage()));
        }
    }

    void check(String setting, boolean holds, String problem) {
        if (!holds) {
            throw wrong.apply(setting, problem);
        }
    }
}
