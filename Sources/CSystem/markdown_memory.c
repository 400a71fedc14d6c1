#include "markdown_memory.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Enough for nearly every page; larger documents get further blocks.
#define FIRST_BLOCK ((size_t)1 << 18)
#define LARGEST_BLOCK ((size_t)1 << 24)
#define UNIT ((size_t)16)

/// The header of a block; its pieces follow.
struct block {
  struct block *previous;
  size_t size;
  size_t used;
  size_t padding;
};

/// The header of each piece; its size keeps pieces aligned.
struct head {
  size_t size;
  size_t padding;
};

_Static_assert(sizeof(struct block) % UNIT == 0 && sizeof(struct head) == UNIT, "pieces are aligned");

static _Thread_local struct block *current;
/// The first block of the thread, reused for every document until the thread ends.
static _Thread_local struct block *kept;
static pthread_key_t keptKey;
static pthread_once_t keptOnce = PTHREAD_ONCE_INIT;
static int hasKey;

static void makeKey(void) { hasKey = pthread_key_create(&keptKey, free) == 0; }

static unsigned char *start(struct block *block) { return (unsigned char *)(block + 1); }

static struct block *newBlock(size_t size) {
  struct block *block = malloc(sizeof(struct block) + size);
  // Like cmark-gfm itself, which cannot continue without memory.
  if (!block) abort();
  *block = (struct block){.size = size};
  return block;
}

static void *take(size_t wanted) {
  if (wanted > SIZE_MAX / 4) abort();
  size_t size = (wanted + UNIT - 1) / UNIT * UNIT;
  if (!current || current->size - current->used < size + UNIT) {
    size_t next = current ? current->size * 2 : FIRST_BLOCK;
    if (next > LARGEST_BLOCK) next = LARGEST_BLOCK;
    if (next < size + UNIT) next = size + UNIT;
    struct block *block = newBlock(next);
    block->previous = current;
    current = block;
  }
  struct head *head = (struct head *)(start(current) + current->used);
  head->size = size;
  current->used += size + UNIT;
  return head + 1;
}

/// Whether a piece is the last one taken.
static int isLast(struct head *head) {
  return current && (unsigned char *)(head + 1) + head->size == start(current) + current->used;
}

void *markdown_memory_take_cleared(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 4 / size) abort();
  void *piece = take(count * size);
  memset(piece, 0, count * size);
  return piece;
}

void *markdown_memory_take_more(void *piece, size_t wanted) {
  if (!piece) return take(wanted);
  struct head *head = (struct head *)piece - 1;
  if (wanted <= head->size) return piece;
  if (wanted > SIZE_MAX / 4) abort();
  size_t size = (wanted + UNIT - 1) / UNIT * UNIT;
  if (isLast(head) && current->size - current->used >= size - head->size) {
    current->used += size - head->size;
    head->size = size;
    return piece;
  }
  void *more = take(wanted);
  memcpy(more, piece, head->size);
  return more;
}

void markdown_memory_give_back(void *piece) {
  if (!piece) return;
  struct head *head = (struct head *)piece - 1;
  if (isLast(head)) current->used -= head->size + UNIT;
}

void markdown_memory_begin(void) {
  if (!kept) {
    pthread_once(&keptOnce, makeKey);
    if (hasKey) {
      kept = newBlock(FIRST_BLOCK);
      // The system frees it when the thread ends.
      if (pthread_setspecific(keptKey, kept) != 0) {
        free(kept);
        kept = NULL;
      }
    }
  }
  if (kept) kept->used = 0;
  current = kept;
}

void markdown_memory_end(void) {
  while (current && current != kept) {
    struct block *previous = current->previous;
    free(current);
    current = previous;
  }
  current = NULL;
}
