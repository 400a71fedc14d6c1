#ifndef FREED_MEMORY_H
#define FREED_MEMORY_H

// Gives back to the system what was freed and lies idle, of the memory of every thread. Does nothing where the C
// library offers no such call. Swift cannot reach malloc_trim itself: it is not among the headers it knows.
void freed_memory_give_back(void);

#endif
