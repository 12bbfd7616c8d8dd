package io.synctracker.target;

import java.util.function.Supplier;

/** Knows whose settings are read, so that whatever is wrong is reported under its full name. */
final class TargetSettings {

    private final String target;

    TargetSettings(String target) {
        this.target = target;
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
            throw wrong(setting, String.valueOf(problem.getMessage()));
        }
    }

    void check(String setting, boolean holds, String problem) {
        if (!holds) {
            throw wrong(setting, problem);
        }
    }

    private TargetSettingException wrong(String setting, String problem) {
        return new TargetSettingException(target, "sync-tracker.targets." + target + ".http." + setting, problem);
    }
}
