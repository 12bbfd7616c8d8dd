package io.synctracker.target;

import io.synctracker.SyncTrackerException;

/** A target cannot be made, because one of its settings is missing or wrong. The message never shows a secret. */
public final class TargetSettingException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final String target;
    private final String setting;

    TargetSettingException(String target, String setting, String problem) {
        super("Target " + target + ": the setting " + setting + " " + problem + " See docs/how-to/http-target.md.");
        this.target = target;
        this.setting = setting;
    }

    /** Returns the target's name. */
    public String target() {
        return target;
    }

    /** Returns the setting's full name, such as {@code sync-tracker.targets.crm.http.url}. */
    public String setting() {
        return setting;
    }
}
