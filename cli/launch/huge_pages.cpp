#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

// What the whole program takes from the heap. A caseload lies in a few arrays of a hundred megabytes that are looked up
// at random: in pages of 4 KiB the processor must find out for nearly every look where the page is. The country gained
// a fifth, the region a tenth, for a few per cent more memory.

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr std::size_t kLarge = 4 * kHugePage;  // and more: worth huge pages

constexpr std::size_t rounded_up(std::size_t size, std::size_t to) {
  return (size + to - 1) / to * to;
}

/// Null where there is not so much.
void* large_array(std::size_t size) {
  if (size > std::numeric_limits<std::ptrdiff_t>::max()) return nullptr;
  void* const memory = std::aligned_alloc(kHugePage, rounded_up(size, kHugePage));
#ifdef MADV_HUGEPAGE
  if (memory != nullptr)
    madvise(memory, size / kHugePage * kHugePage, MADV_HUGEPAGE);  // a wish: refused, all is as before
#endif
  return memory;
}

template <class Get>
void* allocated(std::size_t size, Get get) {
  for (;;) {
    if (void* const memory = size < kLarge ? get() : large_array(size)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace

void* operator new(std::size_t size) {
  return allocated(size, [&] { return std::malloc(size == 0 ? 1 : size); });
}

void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto to = static_cast<std::size_t>(alignment);
  return allocated(size, [&] { return std::aligned_alloc(to, rounded_up(size, to)); });
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}
