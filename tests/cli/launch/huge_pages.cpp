#include <catch2/catch.hpp>
#include <cstdint>
#include <new>
#include <vector>

// With the address sanitizer the heap is the sanitizer's.
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define HEAP_OF_THE_SANITIZER
#endif
#endif

namespace {

std::uintptr_t address(const void* memory) {
  return reinterpret_cast<std::uintptr_t>(memory);
}

struct alignas(64) Line {
  std::uint64_t words[8];
};

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

}  // namespace

#ifndef HEAP_OF_THE_SANITIZER
TEST_CASE("an array as large as a caseload begins on a huge page and holds what is written to both its ends") {
  std::vector<std::uint64_t> array(8 * kMegabyte / sizeof(std::uint64_t), 7);
  CHECK(address(array.data()) % (2 * kMegabyte) == 0);
  array.resize(array.size() * 2 + 1, 9);
  CHECK(address(array.data()) % (2 * kMegabyte) == 0);
  CHECK(array.front() == 7);
  CHECK(array.back() == 9);
}

TEST_CASE("more memory than there can be is refused as bad_alloc") {
  constexpr std::size_t kAll = ~std::size_t{0};
  CHECK_THROWS_AS(::operator delete(::operator new(kAll)), std::bad_alloc);
  CHECK_THROWS_AS(::operator delete(::operator new(kAll, std::align_val_t(64)), std::align_val_t(64)), std::bad_alloc);
}
#endif

TEST_CASE("records of whole cache lines lie on cache lines, few or many") {
  for (const std::size_t count : {std::size_t{1}, std::size_t{3}, kMegabyte / 8}) {
    const std::vector<Line> lines(count);
    CHECK(address(lines.data()) % 64 == 0);
    CHECK(lines.back().words[7] == 0);
  }
}

TEST_CASE("nothing at all can be asked for and given back") {
  void* const one = ::operator new(0);
  void* const other = ::operator new(0);
  CHECK(one != other);
  ::operator delete(one);
  ::operator delete(other);
}
