#ifndef FREED_MEMORY_H
#define FREED_MEMORY_H

// Returns freed, idle memory of all threads to the system. Does nothing if the C library has no such call. Swift cannot
// call malloc_trim itself, because it does not import the header.
void freed_memory_give_back(void);

#endif
