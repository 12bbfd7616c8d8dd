package io.synctracker.architecture;

import java.util.List;

/** Breaks the rule that public methods name public types only, in each way there is. */
public final class NamesAHiddenType {

    record Hidden() {}

    static final class HiddenException extends Exception {}

    public NamesAHiddenType(Hidden hidden) {}

    public Hidden asResult() {
        return new Hidden();
    }

    public void asParameter(Hidden hidden) {}

    public List<? extends Hidden> asTypeArgument() {
        return List.of();
    }

    public Hidden[][] asArray() {
        return new Hidden[0][0];
    }

    public void asException() throws HiddenException {}
}
