#include "models/caseload/citizens.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <set>
#include <vector>

namespace sagsflow {
namespace {

constexpr std::uintptr_t kLine = 64;

std::uintptr_t address(const void* place) {
  return reinterpret_cast<std::uintptr_t>(place);
}

}  // namespace

TEST_CASE("a citizen's spells of a status are counted from 0, however many they are, apart from all others'") {
  Citizens citizens({.traits = 3, .statuses = 4});
  const std::uint32_t one = citizens.add(), other = citizens.add();
  for (int i = 0; i < 1000; ++i) {
    CAPTURE(i);
    REQUIRE(citizens.begin_spell(one, 2) == i);
    REQUIRE(citizens.begin_spell(one, 3) == i);
    if (i % 10 == 0) REQUIRE(citizens.begin_spell(other, 2) == i / 10);
  }
  CHECK(citizens.begin_spell(one, 1) == 0);
  CHECK(citizens.begin_spell(other, 3) == 0);
  for (std::uint32_t trait = 0; trait < 3; ++trait) CHECK(citizens.traits(one)[trait] == 0);
}

TEST_CASE("who takes the place of one who has left begins from nothing") {
  Citizens citizens({.traits = 5, .statuses = 3, .ages = true});
  const std::uint32_t first = citizens.add();
  for (int i = 0; i < 300; ++i) citizens.begin_spell(first, 1);
  for (std::uint32_t trait = 0; trait < 5; ++trait) citizens.traits(first)[trait] = 9;
  citizens[first].arrived = Time(kYear);
  citizens[first].status = 2;
  citizens.next_age(first).which = 4;
  citizens.next_age(first).event = 77;
  const std::uint32_t serial = citizens[first].serial;
  citizens.remove(first);
  CHECK(citizens.present() == 0);
  const std::uint32_t second = citizens.add();
  REQUIRE(second == first);
  CHECK(citizens[second].serial != serial);
  CHECK(citizens[second].arrived == Time());
  CHECK(citizens[second].status == kNoStatus);
  CHECK(citizens[second].instances == kNobody);
  CHECK(citizens.next_age(second).which == 0);
  CHECK(citizens.next_age(second).event == 0);
  for (std::uint32_t trait = 0; trait < 5; ++trait) CHECK(citizens.traits(second)[trait] == 0);
  for (std::uint16_t i = 0; i < 300; ++i) REQUIRE(citizens.begin_spell(second, 1) == i);
}

TEST_CASE("a citizen lies in no more cache lines than its bytes need, and nowhere where another does") {
  for (std::uint32_t traits = 0; traits <= 150; ++traits) {
    for (const bool ages : {false, true}) {
      CAPTURE(traits, ages);
      Citizens citizens({.traits = traits, .statuses = 7, .ages = ages});
      for (int i = 0; i < 9; ++i) citizens.add();
      for (std::uint32_t i = 0; i < 9; ++i) {
        const std::uintptr_t begin = address(&citizens[i]);
        std::uintptr_t end = address(citizens.traits(i)) + traits;
        if (ages) end = address(&citizens.next_age(i) + 1);
        const std::uintptr_t lines = (end - begin + kLine - 1) / kLine;
        REQUIRE((end - 1) / kLine - begin / kLine < lines);
        if (i < 8) REQUIRE(end <= address(&citizens[i + 1]));
        REQUIRE((!ages || address(citizens.traits(i)) + traits <= address(&citizens.next_age(i))));
      }
    }
  }
}

TEST_CASE("what is written of one citizen changes no other's, whatever is written after it has come") {
  Citizens citizens({.traits = 11, .statuses = 6, .ages = true});
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < 100; ++i) {
    all.push_back(citizens.add());
    citizens[all[i]].key = 1000 + i;
    for (std::uint32_t trait = 0; trait < 11; ++trait) citizens.traits(all[i])[trait] = static_cast<std::uint8_t>(i);
    for (std::uint32_t k = 0; k < i; ++k) citizens.begin_spell(all[i], 5);
    citizens.next_age(all[i]).which = i & 0xFFFFU;
  }
  for (std::uint32_t i = 0; i < 100; i += 3) citizens.remove(all[i]);
  for (std::uint32_t i = 0; i < 20; ++i) citizens.add();
  for (std::uint32_t i = 0; i < 100; ++i) {
    if (i % 3 == 0) continue;
    CAPTURE(i);
    CHECK(citizens[all[i]].key == 1000 + i);
    for (std::uint32_t trait = 0; trait < 11; ++trait) CHECK(citizens.traits(all[i])[trait] == i);
    CHECK(citizens.begin_spell(all[i], 5) == i);
    CHECK(citizens.next_age(all[i]).which == i);
  }
  CHECK(std::set(all.begin(), all.end()).size() == 100);
}

}  // namespace sagsflow
