#define _GNU_SOURCE
#include "processors.h"

#include <sched.h>
#include <unistd.h>

int processors_allowed(void) {
#if defined(__linux__)
  cpu_set_t allowed;
  // Fails if there are more processors than the set can hold.
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0 && CPU_COUNT(&allowed) > 0) return CPU_COUNT(&allowed);
#endif
  long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (int)online : 1;
}
