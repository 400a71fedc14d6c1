#ifndef PROCESSORS_H
#define PROCESSORS_H

// The number of processors this process may use, at least 1. Swift cannot call sched_getaffinity itself, because the C
// library declares it for GNU sources only.
int processors_allowed(void);

#endif
