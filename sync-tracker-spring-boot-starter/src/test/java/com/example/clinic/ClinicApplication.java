package com.example.clinic;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A host application whose entities hold secrets. */
@SpringBootApplication
public class ClinicApplication {}
