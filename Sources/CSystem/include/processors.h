#ifndef PROCESSORS_H
#define PROCESSORS_H

// How many processors this process may use, at least 1. Swift cannot reach sched_getaffinity itself: the C library
// shows it to GNU sources only.
int processors_allowed(void);

#endif
