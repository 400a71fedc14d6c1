#ifndef MARKDOWN_MEMORY_H
#define MARKDOWN_MEMORY_H

#include <stddef.h>

// The memory of one document of cmark-gfm, which asks for thousands of small pieces and needs all of them until its
// HTML is made: pieces are cut from large blocks of the thread that asks, and given back together. It is in C because
// Swift has no variables that each thread has for itself.

// Between these two of the same thread, which do not nest, pieces are taken; a document that is made in between ends
// there.
void markdown_memory_begin(void);
void markdown_memory_end(void);

// As calloc, realloc and free; without memory the process ends, as cmark-gfm does itself.
void *markdown_memory_take_cleared(size_t count, size_t size);
void *markdown_memory_take_more(void *piece, size_t wanted);
void markdown_memory_give_back(void *piece);

#endif
