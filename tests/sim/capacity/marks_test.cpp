#include "sim/capacity/marks.h"

#include <catch2/catch.hpp>
#include <vector>

namespace sagsflow {
namespace {

std::vector<std::uint32_t> marked(const Marks& marks) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t thing = marks.next(0); thing != Marks::kNone; thing = marks.next(thing + 1))
    found.push_back(thing);
  return found;
}

TEST_CASE("what is marked is found in order, at both ends of each word of 64") {
  Marks marks;
  marks.resize(200);
  CHECK_FALSE(marks.any());
  CHECK(marked(marks).empty());
  for (const std::uint32_t thing : {199u, 0u, 63u, 64u, 127u, 128u, 64u}) marks.set(thing);
  CHECK(marked(marks) == std::vector<std::uint32_t>{0, 63, 64, 127, 128, 199});
  CHECK(marks.any());
}

TEST_CASE("a thing marked twice is cleared once, and the last one cleared leaves none") {
  Marks marks;
  marks.resize(64);
  marks.set(63);
  marks.set(63);
  marks.set(5);
  marks.clear(63);
  CHECK(marked(marks) == std::vector<std::uint32_t>{5});
  marks.clear(5);
  CHECK_FALSE(marks.any());
  CHECK(marks.next(64) == Marks::kNone);
}

}  // namespace
}  // namespace sagsflow
