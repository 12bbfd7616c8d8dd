package com.example.shop;

class LegacyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LegacyException(String message) {
        super(message);
    }
}
