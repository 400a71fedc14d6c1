#ifndef DRAW_KERNEL_H
#define DRAW_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The inner loops of a simulation for DRAW_LANES draws in parallel. A row holds one number for each of these draws.
//
// They are in C because Swift compiles a package for the oldest processor of an architecture and cannot compile one
// function for several instruction sets. Every instruction set does the same operations in the same order in each lane,
// without fusing any, so that results are identical to the last bit.
//
// No function checks its arguments; DrawKernel.swift does.
enum { DRAW_LANES = 8, DRAW_TILE = 4 };

typedef enum {
  DRAW_BASELINE,
  DRAW_AVX2,
  DRAW_AVX512,
} draw_instructions;

// Whether the processor and the operating system support an instruction set.
bool draw_supports(draw_instructions instructions);

// The shares of siblings: raw weight / sum * share of the parent.
typedef struct {
  // The row with the share of the parent; -1 for none, which means 1.
  int32_t above;
  // Whether the weights are divided by their sum.
  int32_t is_normalised;
  // The range of the siblings, end excluded. Each has a row of raw weights and a row for its shares.
  int32_t first;
  int32_t end;
} draw_step;

typedef struct {
  int32_t weight;
  int32_t slot;
} draw_sibling;

// Numbers uniform in (0, 1]: Philox-4x64-10 with the key (seed, 0) and the counters (block, draw, stream, 0), starting
// with block 0. Each block fills four rows; see Philox4x64.swift.
void draw_uniforms(
    draw_instructions instructions, uint64_t seed, uint64_t first_draw, uint64_t stream, size_t blocks,
    double *uniforms);

// raw[node] = weight * (low + width * uniform), for count nodes.
void draw_scale(
    draw_instructions instructions, const double *uniforms, const double *weights, const int32_t *nodes,
    size_t count, double low, double width, double *raw);

// Computes the rows of shares for some steps. Sets the lanes of zero to -1 where a divisor is zero.
void draw_shares(
    draw_instructions instructions, const draw_step *steps, size_t count, const draw_sibling *siblings,
    const double *raw, double *shares, int64_t *zero);

// sums[unit] = sum over columns of weights[column] * values[unit, column], in tiles of DRAW_TILE units. Each tile of
// values holds its units' values of the first column, then of the second, and so on.
void draw_weighted_sums(
    draw_instructions instructions, const double *values, size_t columns, size_t tiles, const double *weights,
    double *sums);

// Adds a term that some draws and units lack: sums += weight * values, except in the lanes of skipped, and total +=
// weight * known. known may be null if all values are known; total may be null.
void draw_add(
    draw_instructions instructions, const double *weight, const int64_t *skipped, const double *values,
    const double *known, size_t units, double *sums, double *total);

// Divides sums by their known weights, total, and sets total to 1. Where total is 0, both become 0, and the lane
// becomes -1 in zero for defined units and in missing for others.
void draw_divide(
    draw_instructions instructions, const bool *defined, size_t units, double *sums, double *total, int64_t *zero,
    int64_t *missing);

// Makes sort keys of scores: grid point * power + row number, where the grid point is scores * scale * steps rounded
// with halves away from zero. The lanes of exact become -1, or 0 where a grid point is not within the limit.
void draw_keys(
    draw_instructions instructions, const double *scores, size_t units, double scale, double steps, double limit,
    double power, double *keys, int64_t *exact);

// Sorts each lane in descending order with count comparators. Each has two rows; the first gets the greater key.
void draw_sort(
    draw_instructions instructions, const int32_t *comparators, size_t count, double *keys);

// The competition ranks of sorted keys: places[row] = original row number of the key * 2^32 + rank - 1. The row number
// is always below 2^bits and rank - 1 below units, whatever the keys are.
void draw_ranks(draw_instructions instructions, const double *keys, size_t units, int bits, int64_t *places);

// counts[row number * units + rank - 1] += 1 for every place in the lanes whose bits are set.
void draw_count(const int64_t *places, size_t units, unsigned lanes, int32_t *counts);

#endif
