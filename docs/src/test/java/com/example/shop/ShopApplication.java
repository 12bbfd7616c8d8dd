package com.example.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop that the pages talk about. */
@SpringBootApplication
class ShopApplication {}
