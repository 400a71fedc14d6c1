#ifndef FILE_EXCHANGE_H
#define FILE_EXCHANGE_H

// Exchanges two directory entries in one step. Returns 0, or the error number; ENOSYS where the system has no
// such call. Swift cannot reach renameat2 itself: the C library shows it to GNU sources only.
int file_exchange(const char *first, const char *second);

#endif
