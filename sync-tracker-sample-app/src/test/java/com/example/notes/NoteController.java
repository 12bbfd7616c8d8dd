package com.example.notes;

import io.synctracker.SyncState;
import io.synctracker.tracking.SyncTracker;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/notes")
class NoteController {

    private final NoteRepository notes;
    private final SyncTracker tracker;

    NoteController(NoteRepository notes, SyncTracker tracker) {
        this.notes = notes;
        this.tracker = tracker;
    }

    @PostMapping
    Note create(@RequestBody String text) {
        return notes.save(new Note(text));
    }

    @PutMapping("/{id}")
    Note change(@PathVariable Long id, @RequestBody String text) {
        Note note = notes.findById(id).orElseThrow();
        note.setText(text);
        return notes.save(note);
    }

    @DeleteMapping("/{id}")
    void delete(@PathVariable Long id) {
        notes.deleteById(id);
    }

    @GetMapping("/{id}/sync")
    List<SyncState> sync(@PathVariable Long id) {
        return tracker.states(notes.findById(id).orElseThrow());
    }
}
