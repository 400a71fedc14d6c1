#ifndef MARKDOWN_MEMORY_H
#define MARKDOWN_MEMORY_H

/// The memory of one document of cmark-gfm, which asks for thousands of small pieces and needs all of them until its
/// HTML is made: pieces are cut from large blocks of the thread that asks, and given back together.

/// What cmark-gfm asks for memory, a `cmark_mem *`. To be used between `markdown_memory_begin` and
/// `markdown_memory_end` of the same thread, which do not nest; a document that is made in between ends there.
void *markdown_memory(void);

void markdown_memory_begin(void);
void markdown_memory_end(void);

#endif
