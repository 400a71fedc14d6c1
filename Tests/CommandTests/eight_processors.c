/* Loaded before a program, this library tells it that the machine has eight processors. It offers nothing to call. */
#if defined(__linux__)

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <string.h>
#include <unistd.h>

/* The name by which the C library calls its own. */
long __sysconf(int name);

static int eight(size_t size, cpu_set_t *processors) {
  memset(processors, 0, size);
  for (int processor = 0; processor < 8; processor++) CPU_SET_S(processor, size, processors);
  return 0;
}

int sched_getaffinity(pid_t process, size_t size, cpu_set_t *processors) {
  (void)process;
  return eight(size, processors);
}

int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *processors) {
  (void)thread;
  return eight(size, processors);
}

long sysconf(int name) {
  if (name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF) return 8;
  return __sysconf(name);
}

#endif
