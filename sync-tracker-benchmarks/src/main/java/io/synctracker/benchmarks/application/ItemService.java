package io.synctracker.benchmarks.application;

import io.synctracker.benchmarks.application.Recorder.Change;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** The application's own work: every method is one transaction. */
public class ItemService {

    private final EntityManager entities;
    private final Recorder recorder;

    ItemService(EntityManager entities, Recorder recorder) {
        this.entities = entities;
        this.recorder = recorder;
    }

    /**
     * Creates items.
     *
     * @param from the number of the first one
     * @param count how many
     * @return their ids
     */
    @Transactional
    public List<Long> create(int from, int count) {
        List<Item> items = new ArrayList<>(count);
        for (int number = from; number < from + count; number++) {
            Item item = new Item(number);
            entities.persist(item);
            items.add(item);
        }
        items.forEach(item -> recorder.changed(Change.CREATE, item));
        return items.stream().map(Item::id).toList();
    }

    /**
     * Changes items.
     *
     * @param ids which ones
     */
    @Transactional
    public void update(List<Long> ids) {
        List<Item> items = load(ids);
        items.forEach(Item::restock);
        items.forEach(item -> recorder.changed(Change.UPDATE, item));
    }

    /**
     * Deletes items.
     *
     * @param ids which ones
     */
    @Transactional
    public void delete(List<Long> ids) {
        List<Item> items = load(ids);
        items.forEach(entities::remove);
        items.forEach(item -> recorder.changed(Change.DELETE, item));
    }

    void forget() {
        recorder.forget();
    }

    private List<Item> load(List<Long> ids) {
        return entities.createQuery("select i from Item i where i.id in :ids", Item.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
