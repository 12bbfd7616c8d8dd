package com.example.clinic;

import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@SyncTracked
public class Patient {

    @Id
    private String number;

    @SyncSensitive
    private String diagnosis;

    protected Patient() {}

    public Patient(String number, String diagnosis) {
        this.number = number;
        this.diagnosis = diagnosis;
    }

    public String getNumber() {
        return number;
    }

    public String getDiagnosis() {
        return diagnosis;
    }
}
