#ifndef FILE_EXCHANGE_H
#define FILE_EXCHANGE_H

// Exchanges two directory entries atomically. Returns 0 or the error number, ENOSYS if the system has no such call.
// Swift cannot call renameat2 itself, because the C library declares it for GNU sources only.
int file_exchange(const char *first, const char *second);

#endif
