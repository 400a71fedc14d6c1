#ifndef FREED_MEMORY_H
#define FREED_MEMORY_H

// Returns freed, idle memory of all threads to the system. Does nothing if the C library has no such call. Swift cannot
// call malloc_trim itself, because its header is not among those Swift imports.
void freed_memory_give_back(void);

#endif
