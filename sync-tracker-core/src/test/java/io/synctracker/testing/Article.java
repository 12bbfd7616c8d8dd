package io.synctracker.testing;

import io.synctracker.Payload;
import io.synctracker.SyncTracked;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import org.jspecify.annotations.NullUnmarked;

/** An entity with an attribute that is lazy once the class is enhanced. */
@NullUnmarked
@Entity(name = "Article")
@SyncTracked(name = "article", payload = Payload.SNAPSHOT)
public class Article implements Enhanced.Text {
    @Id
    private Long id;

    private String title;

    @Basic(fetch = FetchType.LAZY)
    private String body;

    @Override
    public void setId(long id) {
        this.id = id;
    }

    @Override
    public void setTitle(String title) {
        this.title = title;
    }

    @Override
    public void setBody(String body) {
        this.body = body;
    }
}
