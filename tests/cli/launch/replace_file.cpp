#include "cli/launch/replace_file.h"

#include <catch2/catch.hpp>

#include "scratch_folder.h"

using namespace sagsflow;

TEST_CASE("a file is written anew, and no draft is left") {
  const ScratchFolder folder;
  CHECK_FALSE(replace_file(folder / "kort.svg", "one"));
  CHECK_FALSE(replace_file(folder / "kort.svg", "two"));
  CHECK(folder.read("kort.svg") == "two");
  CHECK(folder.contents() == std::set<std::string>{"kort.svg"});
}

TEST_CASE("a folder is not replaced by a file, and a missing folder is said") {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "taken");
  CHECK(replace_file(folder / "taken", "x").value().find("not a file") != std::string::npos);
  CHECK(replace_file(folder / "nowhere/kort.svg", "x"));
  CHECK(folder.contents() == std::set<std::string>{"taken"});
}
