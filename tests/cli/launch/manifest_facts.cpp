#include <catch2/catch.hpp>
#include <thread>

#include "cli/launch/machine.h"
#include "cli/launch/sha256.h"
#include "cli/launch/version.h"

using namespace sagsflow;

TEST_CASE("SHA-256 gives the standard's examples") {
  // FIPS 180-4 (2015), examples published by NIST.
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256_hex(std::string_view("a\0b", 3)) != sha256_hex("a"));
}

TEST_CASE("a machine says what it is") {
  const Machine machine = this_machine();
  CHECK_FALSE(machine.host.empty());
  CHECK(machine.system.starts_with("Linux "));
  CHECK_FALSE(machine.architecture.empty());
  CHECK(machine.processors >= 1);
  CHECK(machine.processors <= std::thread::hardware_concurrency());
}

TEST_CASE("the version has three numbers, and the commit is hexadecimal or unknown") {
  CHECK_THAT(std::string(version()), Catch::Matches("[0-9]+\\.[0-9]+\\.[0-9]+"));
  CHECK_THAT(std::string(commit()), Catch::Matches("([0-9a-f]{12,40}(-dirty)?)?"));
}
