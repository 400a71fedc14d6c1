// The functions of draw_kernel.h for vectors of VECTOR doubles. Included once for each instruction set.

#define LANES DRAW_LANES
#define PARTS (LANES / VECTOR)
// The sums held in registers at a time: GROUP vectors of draws for DRAW_TILE * TILES units.
#define GROUP (PARTS < 2 ? PARTS : 2)
#define TILES (PARTS < 2 ? 2 : 1)

typedef double NAME(vector) __attribute__((vector_size(8 * VECTOR), aligned(8)));
typedef int64_t NAME(integers) __attribute__((vector_size(8 * VECTOR), aligned(8)));
typedef uint64_t NAME(bits) __attribute__((vector_size(8 * VECTOR), aligned(8)));
#define vector NAME(vector)
#define integers NAME(integers)

static inline vector NAME(load)(const double *row, int part) {
  return *(const vector *)(row + part * VECTOR);
}

static inline void NAME(store)(double *row, int part, vector value) {
  *(vector *)(row + part * VECTOR) = value;
}

static inline vector NAME(select)(integers mask, vector yes, vector no) {
  return (vector)((mask & (integers)yes) | (~mask & (integers)no));
}

static void NAME(uniforms)(
    uint64_t seed, uint64_t first_draw, uint64_t stream, size_t blocks, double *uniforms) {
  for (size_t number = 0; number < blocks; number++) {
    uint64_t words[4 * LANES];
    for (int lane = 0; lane < LANES; lane++) {
      uint64_t a = number, b = first_draw + (uint64_t)lane, c = stream, d = 0;
      uint64_t first = seed, second = 0;
#pragma clang loop unroll(full)
      for (int round = 0; round < 10; round++) {
        const unsigned __int128 even = (unsigned __int128)a * 0xD2E7470EE14C6C93;
        const unsigned __int128 odd = (unsigned __int128)c * 0xCA5A826395121157;
        a = (uint64_t)(odd >> 64) ^ b ^ first;
        b = (uint64_t)odd;
        c = (uint64_t)(even >> 64) ^ d ^ second;
        d = (uint64_t)even;
        first += 0x9E3779B97F4A7C15;
        second += 0xBB67AE8584CAA73B;
      }
      words[lane] = a;
      words[LANES + lane] = b;
      words[2 * LANES + lane] = c;
      words[3 * LANES + lane] = d;
    }
    for (int part = 0; part < 4 * PARTS; part++) {
      const NAME(bits) upper = *(const NAME(bits) *)(words + part * VECTOR) >> 11;
      const vector uniform = __builtin_convertvector(upper, vector) * 0x1p-53 + 0x1p-53;
      NAME(store)(uniforms + 4 * LANES * number, part, uniform);
    }
  }
}

static void NAME(scale)(
    const double *uniforms, const double *weights, const int32_t *nodes, size_t count, double low, double width,
    double *raw) {
  for (size_t place = 0; place < count; place++) {
    for (int part = 0; part < PARTS; part++) {
      const vector uniform = NAME(load)(uniforms + LANES * place, part);
      NAME(store)(raw + LANES * (size_t)nodes[place], part, weights[place] * (low + width * uniform));
    }
  }
}

static void NAME(shares)(
    const draw_step *steps, size_t count, const draw_sibling *siblings, const double *raw, double *shares,
    int64_t *zero) {
  for (size_t place = 0; place < count; place++) {
    const draw_step step = steps[place];
    for (int part = 0; part < PARTS; part++) {
      vector factor = {0};
      factor += 1;
      if (step.above >= 0) factor = NAME(load)(shares + LANES * (size_t)step.above, part);
      if (step.is_normalised) {
        vector sum = {0};
        for (int32_t sibling = step.first; sibling < step.end; sibling++) {
          sum += NAME(load)(raw + LANES * (size_t)siblings[sibling].weight, part);
        }
        *(integers *)(zero + part * VECTOR) |= (integers)(sum == 0);
        factor /= sum;
      }
      for (int32_t sibling = step.first; sibling < step.end; sibling++) {
        const vector weight = NAME(load)(raw + LANES * (size_t)siblings[sibling].weight, part);
        NAME(store)(shares + LANES * (size_t)siblings[sibling].slot, part, weight * factor);
      }
    }
  }
}

static inline __attribute__((always_inline)) void NAME(tile)(
    const double *values, size_t columns, int tiles, const double *weights, int from, double *sums) {
  vector total[DRAW_TILE * TILES][GROUP] = {0};
  for (size_t column = 0; column < columns; column++) {
    vector weight[GROUP];
#pragma clang loop unroll(full)
    for (int part = 0; part < GROUP; part++) weight[part] = NAME(load)(weights + LANES * column, from + part);
#pragma clang loop unroll(full)
    for (int unit = 0; unit < DRAW_TILE * tiles; unit++) {
      const size_t tile = (size_t)(unit / DRAW_TILE);
      const double value = values[(tile * columns + column) * DRAW_TILE + (size_t)(unit % DRAW_TILE)];
#pragma clang loop unroll(full)
      for (int part = 0; part < GROUP; part++) total[unit][part] += weight[part] * value;
    }
  }
#pragma clang loop unroll(full)
  for (int unit = 0; unit < DRAW_TILE * tiles; unit++) {
#pragma clang loop unroll(full)
    for (int part = 0; part < GROUP; part++) NAME(store)(sums + LANES * unit, from + part, total[unit][part]);
  }
}

static void NAME(weighted_sums)(
    const double *values, size_t columns, size_t tiles, const double *weights, double *sums) {
  for (int from = 0; from < PARTS; from += GROUP) {
    size_t tile = 0;
    for (; tile + TILES <= tiles; tile += TILES) {
      NAME(tile)(
          values + tile * columns * DRAW_TILE, columns, TILES, weights, from, sums + tile * DRAW_TILE * LANES);
    }
    for (; tile < tiles; tile++) {
      NAME(tile)(values + tile * columns * DRAW_TILE, columns, 1, weights, from, sums + tile * DRAW_TILE * LANES);
    }
  }
}

static void NAME(add)(
    const double *weight, const int64_t *skipped, const double *values, const double *known, size_t units,
    double *sums, double *total) {
  for (int part = 0; part < PARTS; part++) {
    const vector factor = NAME(load)(weight, part);
    const integers counted = ~*(const integers *)(skipped + part * VECTOR);
    for (size_t unit = 0; unit < units; unit++) {
      const vector summand = factor * NAME(load)(values + LANES * unit, part);
      const vector sum = NAME(load)(sums + LANES * unit, part) + (vector)(counted & (integers)summand);
      NAME(store)(sums + LANES * unit, part, sum);
      if (total) {
        const vector more = known ? factor * NAME(load)(known + LANES * unit, part) : factor;
        NAME(store)(total + LANES * unit, part, NAME(load)(total + LANES * unit, part) + more);
      }
    }
  }
}

static void NAME(divide)(
    const bool *defined, size_t units, double *sums, double *total, int64_t *zero, int64_t *missing) {
  for (int part = 0; part < PARTS; part++) {
    integers zeros = {0}, others = {0};
    for (size_t unit = 0; unit < units; unit++) {
      const vector weight = NAME(load)(total + LANES * unit, part);
      const integers is_missing = (integers)(weight == 0);
      if (defined[unit]) zeros |= is_missing;
      else others |= is_missing;
      const vector mean = NAME(load)(sums + LANES * unit, part) / weight;
      vector one = {0};
      one += 1;
      NAME(store)(sums + LANES * unit, part, (vector)(~is_missing & (integers)mean));
      NAME(store)(total + LANES * unit, part, (vector)(~is_missing & (integers)one));
    }
    *(integers *)(zero + part * VECTOR) |= zeros;
    *(integers *)(missing + part * VECTOR) |= others;
  }
}

static void NAME(keys)(
    const double *scores, size_t units, double scale, double steps, double limit, double power, double *keys,
    int64_t *exact) {
  for (int part = 0; part < PARTS; part++) {
    integers within = {0};
    within -= 1;
    for (size_t unit = 0; unit < units; unit++) {
      const vector place = NAME(load)(scores + LANES * unit, part) * scale * steps;
      within &= (integers)(place < limit) & (integers)(place > -limit);
      // Rounds to even first, then corrects halves to away from zero, as on the grid.
      const vector even = (place + DRAW_WHOLE) - DRAW_WHOLE;
      const vector rest = place - even;
      const integers up = (integers)(rest == 0.5) & (integers)(place > 0);
      const integers down = (integers)(rest == -0.5) & (integers)(place < 0);
      const vector rounded = NAME(select)(down, even - 1, NAME(select)(up, even + 1, even));
      NAME(store)(keys + LANES * unit, part, rounded * power + (double)unit);
    }
    *(integers *)(exact + part * VECTOR) = within;
  }
}

static void NAME(sort)(const int32_t *comparators, size_t count, double *keys) {
  for (size_t place = 0; place < count; place++) {
    double *first = keys + LANES * (size_t)comparators[2 * place];
    double *second = keys + LANES * (size_t)comparators[2 * place + 1];
    for (int part = 0; part < PARTS; part++) {
      const vector one = NAME(load)(first, part);
      const vector other = NAME(load)(second, part);
      NAME(store)(first, part, NAME(select)((integers)(one > other), one, other));
      NAME(store)(second, part, NAME(select)((integers)(one < other), one, other));
    }
  }
}

static void NAME(ranks)(const double *keys, size_t units, int bits, int64_t *places) {
  const int64_t mask = ((int64_t)1 << bits) - 1;
  for (int part = 0; part < PARTS; part++) {
    integers rank = {0}, last = {0};
    for (size_t next = 0; next < units; next++) {
      // This puts whole numbers below 2^51 into the lower bits.
      const integers number = (integers)(NAME(load)(keys + LANES * next, part) + DRAW_WHOLE);
      const integers compared = number & ~mask;
      const integers ties = compared == last;
      integers here = {0};
      here += (int64_t)next;
      rank = (ties & rank) | (~ties & here);
      last = compared;
      *(integers *)(places + LANES * next + part * VECTOR) = (number & mask) << 32 | rank;
    }
  }
}

#undef vector
#undef integers
#undef LANES
#undef PARTS
#undef GROUP
#undef TILES
#undef VECTOR
#undef NAME
