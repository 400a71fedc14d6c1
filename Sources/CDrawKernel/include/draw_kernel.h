#ifndef DRAW_KERNEL_H
#define DRAW_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The inner loops of a simulation, DRAW_LANES draws side by side: a row is one number of each of these draws.
//
// They are in C because a Swift package is compiled for the oldest processor of its kind, and no function of it for
// several. Every instruction set does the same operations in the same order in each lane, none of them fused, so
// that the numbers are the same to the last bit.
//
// No function checks its arguments; DrawKernel.swift does.
enum { DRAW_LANES = 8, DRAW_TILE = 4 };

typedef enum {
  DRAW_BASELINE,
  DRAW_AVX2,
  DRAW_AVX512,
} draw_instructions;

// Whether this processor and its system have an instruction set.
bool draw_supports(draw_instructions instructions);

// Weights of siblings: raw weight / sum * share of the node above.
typedef struct {
  // The row of the share of the node above, or -1 for none: 1.
  int32_t above;
  // Whether the weights are divided by their sum.
  int32_t is_normalised;
  // The siblings: their rows of raw weights, and the rows that their shares go to.
  int32_t first;
  int32_t end;
} draw_step;

typedef struct {
  int32_t weight;
  int32_t slot;
} draw_sibling;

// Numbers uniform in (0, 1]: Philox-4x64-10 with the key (seed, 0) and the counters (block, draw, stream, 0) from
// block 0 on, four rows a block; see Philox4x64.swift.
void draw_uniforms(
    draw_instructions instructions, uint64_t seed, uint64_t first_draw, uint64_t stream, size_t blocks,
    double *uniforms);

// raw[node] = weight * (low + width * uniform), for count nodes.
void draw_scale(
    draw_instructions instructions, const double *uniforms, const double *weights, const int32_t *nodes,
    size_t count, double low, double width, double *raw);

// Computes the rows of shares of some steps. Sets the lanes of zero to -1 in which a divisor is zero.
void draw_shares(
    draw_instructions instructions, const draw_step *steps, size_t count, const draw_sibling *siblings,
    const double *raw, double *shares, int64_t *zero);

// sums[unit] = sum over columns of weights[column] * values[unit, column], for tiles of DRAW_TILE units: values has
// those of the first column, then of the second, and so on, tile after tile.
void draw_weighted_sums(
    draw_instructions instructions, const double *values, size_t columns, size_t tiles, const double *weights,
    double *sums);

// Adds a term that a node has in some draws and units only: sums += weight * values, except in the lanes of skipped,
// and total += weight * known. Without known all values are; without total nothing is added there.
void draw_add(
    draw_instructions instructions, const double *weight, const int64_t *skipped, const double *values,
    const double *known, size_t units, double *sums, double *total);

// Divides sums by the weights that are known of them, and makes these weights 1. Where they are 0, both become 0, and
// the lanes of zero become -1 for units that are defined, those of missing for others.
void draw_divide(
    draw_instructions instructions, const bool *defined, size_t units, double *sums, double *total, int64_t *zero,
    int64_t *missing);

// Makes keys of scores: the place on the grid, scores * scale * steps rounded with halves away from zero,
// * power + the number of the row. The lanes of exact become 0 in which a place is not within the limit, and -1
// elsewhere.
void draw_keys(
    draw_instructions instructions, const double *scores, size_t units, double scale, double steps, double limit,
    double power, double *keys, int64_t *exact);

// Puts each lane in descending order, by count comparators: two rows each, of which the first gets the greater key.
void draw_sort(
    draw_instructions instructions, const int32_t *comparators, size_t count, double *keys);

// The competition ranks of sorted keys: places[row] = number of the row that the key was made of * 2^32 + rank - 1.
// Both are in range, the first below 2^bits and the second below units, whatever the keys are.
void draw_ranks(draw_instructions instructions, const double *keys, size_t units, int bits, int64_t *places);

// counts[number * units + rank - 1] += 1 for every place of the lanes whose bits are set.
void draw_count(const int64_t *places, size_t units, unsigned lanes, int32_t *counts);

#endif
