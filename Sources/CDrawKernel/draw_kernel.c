#include "draw_kernel.h"

// Rounds every product and sum separately, even where the instruction set could fuse them.
#pragma STDC FP_CONTRACT OFF

// Adding this to a number below 2^51 puts the number, rounded to even, into the lower bits.
#define DRAW_WHOLE 0x1.8p52

#define VECTOR 2
#define NAME(name) baseline_##name
#include "draw_kernel_body.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2,bmi2"))), apply_to = function)
#define VECTOR 4
#define NAME(name) avx2_##name
#include "draw_kernel_body.h"
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,bmi2"))), apply_to = function)
#define VECTOR 8
#define NAME(name) avx512_##name
#include "draw_kernel_body.h"
#pragma clang attribute pop

bool draw_supports(draw_instructions instructions) {
  switch (instructions) {
  case DRAW_BASELINE: return true;
  case DRAW_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  case DRAW_AVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("bmi2");
  }
  return false;
}

#define CALL(function, ...) \
  switch (instructions) { \
  case DRAW_AVX512: avx512_##function(__VA_ARGS__); break; \
  case DRAW_AVX2: avx2_##function(__VA_ARGS__); break; \
  case DRAW_BASELINE: baseline_##function(__VA_ARGS__); break; \
  }

#else

bool draw_supports(draw_instructions instructions) { return instructions == DRAW_BASELINE; }

#define CALL(function, ...) \
  (void)instructions; \
  baseline_##function(__VA_ARGS__);

#endif

void draw_uniforms(
    draw_instructions instructions, uint64_t seed, uint64_t first_draw, uint64_t stream, size_t blocks,
    double *uniforms) {
  CALL(uniforms, seed, first_draw, stream, blocks, uniforms)
}

void draw_scale(
    draw_instructions instructions, const double *uniforms, const double *weights, const int32_t *nodes,
    size_t count, double low, double width, double *raw) {
  CALL(scale, uniforms, weights, nodes, count, low, width, raw)
}

void draw_shares(
    draw_instructions instructions, const draw_step *steps, size_t count, const draw_sibling *siblings,
    const double *raw, double *shares, int64_t *zero) {
  CALL(shares, steps, count, siblings, raw, shares, zero)
}

void draw_weighted_sums(
    draw_instructions instructions, const double *values, size_t columns, size_t tiles, const double *weights,
    double *sums) {
  CALL(weighted_sums, values, columns, tiles, weights, sums)
}

void draw_add(
    draw_instructions instructions, const double *weight, const int64_t *skipped, const double *values,
    const double *known, size_t units, double *sums, double *total) {
  CALL(add, weight, skipped, values, known, units, sums, total)
}

void draw_divide(
    draw_instructions instructions, const bool *defined, size_t units, double *sums, double *total, int64_t *zero,
    int64_t *missing) {
  CALL(divide, defined, units, sums, total, zero, missing)
}

void draw_keys(
    draw_instructions instructions, const double *scores, size_t units, double scale, double steps, double limit,
    double power, double *keys, int64_t *exact) {
  CALL(keys, scores, units, scale, steps, limit, power, keys, exact)
}

void draw_sort(
    draw_instructions instructions, const int32_t *comparators, size_t count, double *keys) {
  CALL(sort, comparators, count, keys)
}

void draw_ranks(draw_instructions instructions, const double *keys, size_t units, int bits, int64_t *places) {
  CALL(ranks, keys, units, bits, places)
}

void draw_count(const int64_t *places, size_t units, unsigned lanes, int32_t *counts) {
  // Draw by draw, because a unit often has the same rank in neighbouring draws.
  for (size_t lane = 0; lane < DRAW_LANES; lane++) {
    if ((lanes >> lane & 1) == 0) continue;
    for (size_t unit = 0; unit < units; unit++) {
      const uint64_t place = (uint64_t)places[DRAW_LANES * unit + lane];
      counts[(place >> 32) * units + (uint32_t)place] += 1;
    }
  }
}
