#include "cli/launch/file_source.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "cli/launch/file_bytes.h"
#include "scratch_folder.h"

using namespace sagsflow;
namespace fs = std::filesystem;

namespace {

std::string refusal(FileSource& source, const std::string& path) {
  const auto text = source.text_of(path);
  return text ? "read: " + *text : text.error();
}

}  // namespace

TEST_CASE("the root is the nearest folder called scenarios, else the scenario's own") {
  const ScratchFolder scratch;
  scratch.write("a/scenarios/b/scenarios/c/case.toml", "x = 1");
  scratch.write("a/plain/case.toml", "x = 2");

  const auto below = FileSource::of_scenario(scratch / "a/scenarios/b/scenarios/c/case.toml");
  REQUIRE(below);
  CHECK(below->root() == scratch / "a/scenarios/b/scenarios");
  CHECK(below->entry() == "c/case.toml");

  const auto beside = FileSource::of_scenario(scratch / "a/scenarios/../plain/./case.toml");
  REQUIRE(beside);
  CHECK(beside->root() == scratch / "a/plain");
  CHECK(beside->entry() == "case.toml");
}

TEST_CASE("a scenario in a folder that is not there is refused") {
  const ScratchFolder scratch;
  const auto source = FileSource::of_scenario(scratch / "nowhere/case.toml");
  REQUIRE_FALSE(source);
  CHECK(source.error() == "no such folder: " + (scratch / "nowhere").string());
  CHECK_FALSE(FileSource::of_scenario(""));
}

TEST_CASE("files below the root are read to the byte, through links that stay below") {
  const ScratchFolder scratch;
  const std::string bytes("title = \"\xc3\xa6\"\r\n\0x", 16);
  const auto scenario = scratch.write("scenarios/case.toml", bytes);
  scratch.write("scenarios/law/jaf.toml", "law = 1");
  fs::create_symlink("law/jaf.toml", scratch / "scenarios/link.toml");

  auto source = FileSource::of_scenario(scenario);
  REQUIRE(source);
  CHECK(source->text_of(source->entry()) == bytes);
  CHECK(source->text_of("law/jaf.toml") == "law = 1");
  CHECK(source->text_of("link.toml") == "law = 1");
}

TEST_CASE("what is not a regular file below the root is not read, and says why") {
  const ScratchFolder scratch;
  const auto scenario = scratch.write("scenarios/case.toml", "");
  scratch.write("secret.toml", "secret");
  scratch.write("scenarios-too/secret.toml", "secret");
  fs::create_symlink("../secret.toml", scratch / "scenarios/out.toml");
  fs::create_symlink("..", scratch / "scenarios/up");
  fs::create_symlink("loop.toml", scratch / "scenarios/loop.toml");
  fs::create_symlink("/dev/zero", scratch / "scenarios/zero.toml");
  fs::create_directory(scratch / "scenarios/law");
  REQUIRE(mkfifo((scratch / "scenarios/pipe.toml").c_str(), 0600) == 0);

  auto source = FileSource::of_scenario(scenario);
  REQUIRE(source);
  const std::string out = "leads out of the scenario root " + (scratch / "scenarios").string();
  CHECK(refusal(*source, "missing.toml") == "no such file");
  CHECK(refusal(*source, "case.toml/below.toml") == "no such file");
  CHECK(refusal(*source, "out.toml") == out);
  CHECK(refusal(*source, "up/secret.toml") == out);
  CHECK(refusal(*source, "../scenarios-too/secret.toml") == out);
  CHECK(refusal(*source, (scratch / "secret.toml").string()) == out);
  CHECK(refusal(*source, "zero.toml") == out);
  CHECK(refusal(*source, "law") == "a folder, not a file");
  CHECK(refusal(*source, "pipe.toml") == "not a regular file");
  CHECK(refusal(*source, "loop.toml").starts_with("cannot be read: "));
}

TEST_CASE("a file of 4 MiB is read, one byte more is not") {
  const ScratchFolder scratch;
  const auto scenario = scratch.write("case.toml", std::string(FileSource::kMaxBytes, '#'));
  scratch.write("more.toml", std::string(FileSource::kMaxBytes + 1, '#'));
  auto source = FileSource::of_scenario(scenario);
  REQUIRE(source);
  const auto whole = source->text_of("case.toml");
  REQUIRE(whole);
  CHECK(whole->size() == FileSource::kMaxBytes);
  CHECK(refusal(*source, "more.toml") == "larger than the limit of 4 MiB");
}

TEST_CASE("a file that says it is empty is read to its end, and to the limit at most") {
  const auto whole = file_bytes("/proc/self/smaps", FileSource::kMaxBytes);
  REQUIRE(whole);
  CHECK(whole->size() > 4096);
  CHECK(whole->ends_with('\n'));
  CHECK(file_bytes("/proc/self/smaps", 3000).error() == "larger than the limit of 0 MiB");
}
