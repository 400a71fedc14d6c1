#if defined(__linux__)

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

/* Asked for before a sanitizer has begun, so these must not report to it. */
#if defined(__clang__)
#define BARE __attribute__((disable_sanitizer_instrumentation))
#else
#define BARE
#endif

/* The name by which the C library calls its own. */
long __sysconf(int name);

BARE static int eight(size_t size, cpu_set_t *processors) {
  for (size_t byte = 0; byte < size; byte++) ((volatile unsigned char *)processors)[byte] = byte == 0 ? 0xFF : 0;
  return 0;
}

BARE int sched_getaffinity(pid_t process, size_t size, cpu_set_t *processors) {
  (void)process;
  return eight(size, processors);
}

BARE int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *processors) {
  (void)thread;
  return eight(size, processors);
}

BARE long sysconf(int name) {
  if (name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF) return 8;
  return __sysconf(name);
}

#endif
