package io.synctracker.faults;

import io.synctracker.EntityRef;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * The entities that all producers share: few, so that they meet. Those of one family are written under one lock of the
 * application's own.
 */
final class Keys {

    static final int FAMILIES = 8;

    private static final List<String> TYPES =
            List.of(Shop.LATEST, Shop.SNAPSHOT, Shop.EACH, Shop.PARENT, Shop.KID, Shop.KID);

    private Keys() {}

    static String counter(int family) {
        return "family-" + family;
    }

    /** Returns some entities by their family, in the order in which everybody locks. */
    static TreeMap<Integer, EntityRef> some(Random chance) {
        TreeMap<Integer, EntityRef> chosen = new TreeMap<>();
        int wanted = 1 + chance.nextInt(3);
        while (chosen.size() < wanted) {
            int family = chance.nextInt(FAMILIES);
            String type = TYPES.get(chance.nextInt(TYPES.size()));
            String id = type.equals(Shop.KID) ? family + "-" + chance.nextInt(2) : Integer.toString(family);
            chosen.put(family, new EntityRef(type, id));
        }
        return chosen;
    }

    /** Returns the parent of a kid. */
    static String parentOf(EntityRef kid) {
        return kid.id().substring(0, kid.id().indexOf('-'));
    }
}
