/* Loaded before a program, this library tells it that the machine has eight processors. It offers nothing to call. */
