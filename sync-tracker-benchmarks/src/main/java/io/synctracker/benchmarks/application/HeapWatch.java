package io.synctracker.benchmarks.application;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The most that was left of the heap after a collection. */
final class HeapWatch {

    private static final double MEGABYTE = 1 << 20;

    /** Returns what was alive after the last collections of each part of the heap. */
    double megabytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            bytes += usage == null ? 0 : usage.getUsed();
        }
        return bytes / MEGABYTE;
    }
}
