#include "sim/random/avx2.h"

#include <immintrin.h>
#include <sleef.h>

namespace sagsflow {
namespace {

using Words = std::uint64_t __attribute__((vector_size(32)));
using Doubles = double __attribute__((vector_size(32)));

/// Of the lower 32 bits of each word.
Words product(Words words, Words factor) {
  return reinterpret_cast<Words>(_mm256_mul_epu32(reinterpret_cast<__m256i>(words), reinterpret_cast<__m256i>(factor)));
}

Words four(const std::uint64_t* words) {
  return reinterpret_cast<Words>(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(words)));
}

/// Four blocks of Philox4x32, one in each lane: the lower halves of four words are its state, the upper ones hold what
/// nobody reads.
struct Blocks {
  Words a, b, c, d;

  Blocks(Words who, Words where) : a(who), b(who >> 32), c(where), d(where >> 32) {}

  void round(Words first_key, Words second_key) {
    const Words of_a = product(a, Words{} + 0xD2511F53u), of_c = product(c, Words{} + 0xCD9E8D57u);
    a = (of_c >> 32) ^ b ^ first_key;
    b = of_c;
    c = (of_a >> 32) ^ d ^ second_key;
    d = of_a;
  }

  /// Of the value, as Chance has it: its 52 bits n are first the double 2^52 + n. With every bit `flipped` it is of 1
  /// less the value.
  __m256d log(Words flipped) const {
    const Words bits = (((d << 32) | (c & 0xFFFFFFFFu)) >> 12) ^ flipped;
    const Doubles whole = reinterpret_cast<Doubles>(bits | 0x4330000000000000u) - 0x1p52;
    return Sleef_cinz_logd4_u35avx((whole + 0.5) * 0x1p-52);
  }
};

/// Two fours side by side: a round of one waits for its products while the other's are made.
void log_blocks(const std::uint32_t key[2], Blocks lower, Blocks upper, Words flipped, double logs[8]) {
  Words first_key = Words{} + key[0], second_key = Words{} + key[1];
  for (int i = 0; i < 10; ++i) {
    lower.round(first_key, second_key);
    upper.round(first_key, second_key);
    first_key = (first_key + 0x9E3779B9u) & 0xFFFFFFFFu;
    second_key = (second_key + 0xBB67AE85u) & 0xFFFFFFFFu;
  }
  _mm256_storeu_pd(logs, lower.log(flipped));
  _mm256_storeu_pd(logs + 4, upper.log(flipped));
}

}  // namespace

void avx2_exp(double* values, std::size_t count) {
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) _mm256_storeu_pd(values + i, Sleef_cinz_expd4_u10avx(_mm256_loadu_pd(values + i)));
  for (; i < count; ++i) values[i] = Sleef_cinz_expd1_u10purec(values[i]);
}

void avx2_log_draws(const std::uint32_t key[2], std::uint64_t who, std::uint64_t first, double logs[8]) {
  const Words steps = {0, 1, 2, 3};
  const Words whose = Words{} + who;
  log_blocks(key, Blocks(whose, steps + first), Blocks(whose, steps + (first + 4)), Words{}, logs);
}

void avx2_log_draws(const std::uint32_t key[2], const std::uint64_t who[8], const std::uint64_t where[8],
                    double logs[8]) {
  log_blocks(key, Blocks(four(who), four(where)), Blocks(four(who + 4), four(where + 4)), Words{}, logs);
}

void avx2_log_rests(const std::uint32_t key[2], const std::uint64_t who[8], const std::uint64_t where[8],
                    double logs[8]) {
  const Words all = Words{} + ((std::uint64_t{1} << 52) - 1);
  log_blocks(key, Blocks(four(who), four(where)), Blocks(four(who + 4), four(where + 4)), all, logs);
}

}  // namespace sagsflow
