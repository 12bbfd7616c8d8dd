package io.synctracker.benchmarks.contestant;

import org.jspecify.annotations.Nullable;

/** A thread that does the same thing again and again, for contestants that leave this to the application. */
final class Loop {

    /** What is done again and again. */
    interface Step {

        /**
         * Does it once.
         *
         * @return how long to wait before the next time
         */
        long runAndReturnPauseMillis() throws Exception;
    }

    private final Step step;
    private volatile boolean running;
    private @Nullable Thread thread;

    Loop(Step step) {
        this.step = step;
    }

    void start() {
        running = true;
        thread = new Thread(this::run, "loop");
        thread.start();
    }

    boolean isRunning() {
        return running;
    }

    void stop() {
        running = false;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                long pause = step.runAndReturnPauseMillis();
                if (pause > 0) {
                    Thread.sleep(pause);
                }
            } catch (Exception e) {
                e.printStackTrace();
                running = false;
            }
        }
    }
}
