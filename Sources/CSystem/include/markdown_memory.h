#ifndef MARKDOWN_MEMORY_H
#define MARKDOWN_MEMORY_H

#include <stddef.h>

// The memory of one cmark-gfm document, which requests thousands of small pieces and needs them all until its HTML is
// rendered. Pieces come from large blocks of the calling thread and are freed together. It is in C because Swift has no
// thread-local variables.

// The calls enclose one document on one thread and do not nest. Pieces are taken in between; none may be used after the
// end.
void markdown_memory_begin(void);
void markdown_memory_end(void);

// Like calloc, realloc and free. Without memory the process aborts, as in cmark-gfm itself.
void *markdown_memory_take_cleared(size_t count, size_t size);
void *markdown_memory_take_more(void *piece, size_t wanted);
void markdown_memory_give_back(void *piece);

#endif
