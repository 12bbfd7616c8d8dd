package io.synctracker.faults;

/**
 * What a process is to do.
 *
 * @param name its name
 * @param url the database
 * @param world the port of the world
 * @param seed where its chances come from
 * @param sharedThreads how many threads write what everybody writes, at READ COMMITTED
 * @param repeatableRead the type that a thread at REPEATABLE READ has for itself, or nothing
 * @param serializable the type that a thread at SERIALIZABLE has for itself, or nothing
 * @param relayThreads how many calls it makes at once; 0 if it only produces
 * @param leaseMillis how long its leases are; a call may take half of that
 * @param trap where it is to stop, as {@link Trap} reads it, or nothing
 */
record Plan(
        String name,
        String url,
        String user,
        String password,
        int world,
        long seed,
        int sharedThreads,
        String repeatableRead,
        String serializable,
        int relayThreads,
        long leaseMillis,
        String trap) {

    Plan named(String value) {
        return new Plan(
                value,
                url,
                user,
                password,
                world,
                seed,
                sharedThreads,
                repeatableRead,
                serializable,
                relayThreads,
                leaseMillis,
                trap);
    }

    /** Returns this plan with producers: two threads that meet those of others, and one at each higher level. */
    Plan producing(String atRepeatableRead, String atSerializable) {
        return new Plan(
                name,
                url,
                user,
                password,
                world,
                seed,
                2,
                atRepeatableRead,
                atSerializable,
                relayThreads,
                leaseMillis,
                trap);
    }

    Plan relaying(int threads) {
        return new Plan(
                name,
                url,
                user,
                password,
                world,
                seed,
                sharedThreads,
                repeatableRead,
                serializable,
                threads,
                leaseMillis,
                trap);
    }

    Plan trapped(String where) {
        return new Plan(
                name,
                url,
                user,
                password,
                world,
                seed,
                sharedThreads,
                repeatableRead,
                serializable,
                relayThreads,
                leaseMillis,
                where);
    }

    Plan leasing(long millis) {
        return new Plan(
                name,
                url,
                user,
                password,
                world,
                seed,
                sharedThreads,
                repeatableRead,
                serializable,
                relayThreads,
                millis,
                trap);
    }

    Plan at(String otherUrl) {
        return new Plan(
                name,
                otherUrl,
                user,
                password,
                world,
                seed,
                sharedThreads,
                repeatableRead,
                serializable,
                relayThreads,
                leaseMillis,
                trap);
    }

    String[] arguments() {
        return new String[] {
            name,
            url,
            user,
            password,
            Integer.toString(world),
            Long.toString(seed),
            Integer.toString(sharedThreads),
            repeatableRead,
            serializable,
            Integer.toString(relayThreads),
            Long.toString(leaseMillis),
            trap
        };
    }

    static Plan read(String[] parts) {
        return new Plan(
                parts[0],
                parts[1],
                parts[2],
                parts[3],
                Integer.parseInt(parts[4]),
                Long.parseLong(parts[5]),
                Integer.parseInt(parts[6]),
                parts[7],
                parts[8],
                Integer.parseInt(parts[9]),
                Long.parseLong(parts[10]),
                parts[11]);
    }
}
