#include "sim/random/avx2_exp.h"

#include <immintrin.h>
#include <sleef.h>

namespace sagsflow {

void avx2_exp(double* values, std::size_t count) {
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) _mm256_storeu_pd(values + i, Sleef_cinz_expd4_u10avx(_mm256_loadu_pd(values + i)));
  for (; i < count; ++i) values[i] = Sleef_cinz_expd1_u10purec(values[i]);
}

}  // namespace sagsflow
