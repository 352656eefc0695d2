#include "cli/launch/memory.h"

#include <cstdlib>  // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace sagsflow {

// Left to itself, the C library takes the first large array that is given back for a sign that all such should lie
// among the small things, where the room that growing arrays leave behind is seldom of use to anyone.
void keep_large_arrays_apart() {
#ifdef __GLIBC__
  constexpr int kLarge = 1 << 20;  // bytes
  mallopt(M_MMAP_THRESHOLD, kLarge);
#endif
}

void give_back_free_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace sagsflow
