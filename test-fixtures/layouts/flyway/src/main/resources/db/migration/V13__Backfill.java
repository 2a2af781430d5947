// A migration in Java.
