#include "cli/launch/result_folder.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>

#include "cli/launch/replace_folder.h"
#include "scratch_folder.h"

using namespace sagsflow;
namespace fs = std::filesystem;

namespace {

const std::string kOurs = R"({"program": "sagsflow", "version": "0.1.0"})";
using Contents = std::set<std::string>;

/// A result with a manifest and a table, committed.
void make_result(const fs::path& path, const std::string& table) {
  auto folder = ResultFolder::begin(path);
  REQUIRE(folder);
  REQUIRE(folder->write("manifest.json", kOurs));
  REQUIRE(folder->write("summary.csv", table));
  REQUIRE(folder->commit());
}

std::string refusal(const fs::path& path) {
  const auto folder = ResultFolder::begin(path);
  return folder ? "" : folder.error();
}

/// Files of this process may be at most so large while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a result is not there before the commit and whole after it") {
  const ScratchFolder scratch;
  auto folder = ResultFolder::begin(scratch / "results/case");
  REQUIRE(folder);
  CHECK(scratch.contents().empty());
  REQUIRE(folder->write("summary.csv", "a,b\n"));
  CHECK_FALSE(fs::exists(scratch / "results/case"));
  REQUIRE(folder->write("manifest.json", kOurs));
  REQUIRE(folder->commit());
  CHECK(scratch.contents() ==
        Contents{"results", "results/case", "results/case/manifest.json", "results/case/summary.csv"});
  CHECK(scratch.read("results/case/summary.csv") == "a,b\n");
}

TEST_CASE("what others may do with a result is what the umask says") {
  const ScratchFolder scratch;
  const mode_t before = umask(027);
  make_result(scratch / "case", "1");
  umask(before);
  CHECK(fs::status(scratch / "case").permissions() == fs::perms(0750));
  CHECK(fs::status(scratch / "case/summary.csv").permissions() == fs::perms(0640));
}

TEST_CASE("a result that is not committed leaves nothing behind") {
  const ScratchFolder scratch;
  scratch.write("keep", "");
  {
    auto folder = ResultFolder::begin(scratch / "case");
    REQUIRE(folder);
    REQUIRE(folder->write("summary.csv", "1"));
    const ResultFolder moved = std::move(*folder);
    CHECK(scratch.contents().size() == 3);
  }
  CHECK(scratch.contents() == Contents{"keep"});
}

TEST_CASE("an earlier result is replaced whole, an empty folder taken") {
  const ScratchFolder scratch;
  make_result(scratch / "case", "1");
  scratch.write("case/old.csv", "of the old one");
  make_result(scratch / "case/", "2");
  CHECK(scratch.contents() == Contents{"case", "case/manifest.json", "case/summary.csv"});
  CHECK(scratch.read("case/summary.csv") == "2");

  fs::create_directory(scratch / "empty");
  make_result(scratch / "empty", "3");
  CHECK(scratch.read("empty/summary.csv") == "3");
}

TEST_CASE("a link to an earlier result stays a link, and the result it leads to is replaced") {
  const ScratchFolder scratch;
  make_result(scratch / "case", "1");
  fs::create_directory_symlink("case", scratch / "latest");
  make_result(scratch / "latest", "2");
  CHECK(fs::is_symlink(scratch / "latest"));
  CHECK(scratch.read("case/summary.csv") == "2");
}

TEST_CASE("a path that somebody else's work has is refused, and keeps what it had") {
  const ScratchFolder scratch;
  scratch.write("notes/mine.txt", "mine");
  scratch.write("other/manifest.json", R"({"program": "another"})");
  scratch.write("broken/manifest.json", R"({"program": "sagsflow)");
  scratch.write("list/manifest.json", R"(["sagsflow"])");
  scratch.write("file", "mine");
  make_result(scratch / "mixed", "1");
  scratch.write("mixed/below/mine.txt", "mine");
  fs::create_symlink("nowhere", scratch / "dangling");
  const Contents before = scratch.contents();

  for (const std::string name : {"notes", "other", "broken", "list", "mixed"}) {
    INFO(name);
    CHECK(refusal(scratch / name) == (scratch / name).string() + " is there already and is not just a result of " +
                                         "sagsflow; it stays as it is. Name another folder");
  }
  for (const std::string name : {"file", "dangling"}) {
    CHECK(refusal(scratch / name) == (scratch / name).string() + " is there already and is not a folder");
  }
  CHECK(refusal("") == "\"\" names no folder");
  CHECK(refusal("/") == "the results need a folder of their own, not /");
  CHECK(scratch.contents() == before);
}

TEST_CASE("work that comes to stand there during the run is not overwritten") {
  const ScratchFolder scratch;
  {
    auto folder = ResultFolder::begin(scratch / "case");
    REQUIRE(folder);
    REQUIRE(folder->write("manifest.json", kOurs));
    scratch.write("case/mine.txt", "mine");
    CHECK_FALSE(folder->commit());
  }
  CHECK(scratch.contents() == Contents{"case", "case/mine.txt"});
}

TEST_CASE("a write that fails half-way leaves the earlier result and nothing else") {
  const ScratchFolder scratch;
  make_result(scratch / "case", "1");
  {
    auto folder = ResultFolder::begin(scratch / "case");
    REQUIRE(folder);
    REQUIRE(folder->write("manifest.json", kOurs));
    const FileSizeLimit limit(4096);
    const auto written = folder->write("summary.csv", std::string(10'000, 'x'));
    REQUIRE_FALSE(written);
    CHECK(written.error() == (scratch / "case/summary.csv").string() + " is not written: File too large");
  }
  CHECK(scratch.contents() == Contents{"case", "case/manifest.json", "case/summary.csv"});
  CHECK(scratch.read("case/summary.csv") == "1");
}

TEST_CASE("a place that cannot be written to is refused before the run") {
  const ScratchFolder scratch;
  scratch.write("file", "");
  CHECK(refusal(scratch / "file/case") == (scratch / "file").string() + " is not written: Not a directory");
  if (geteuid() != 0) {  // root may write anywhere
    fs::create_directory(scratch / "closed");
    fs::permissions(scratch / "closed", fs::perms(0500));
    CHECK(refusal(scratch / "closed/case") ==
          (scratch / "closed").string() + " is not written: this user may not write there");
  }
}

TEST_CASE("the reader is told of a full, a closed and a read-only disk in a sentence") {
  CHECK(write_failure("out/a.csv", ENOSPC) == "the disk is full: out/a.csv is not written");
  CHECK(write_failure("out", EACCES) == "out is not written: this user may not write there");
  CHECK(write_failure("out", EROFS) == "out is not written: the disk is read-only");
  CHECK(write_failure("out", EIO) == "out is not written: Input/output error");
}

TEST_CASE("a file's name is one name, and a file is written once") {
  const ScratchFolder scratch;
  auto folder = ResultFolder::begin(scratch / "case");
  REQUIRE(folder);
  for (const std::string name : {"", ".", "..", "a/b", "/a"}) CHECK_FALSE(folder->write(name, "1"));
  REQUIRE(folder->write("a", "1"));
  CHECK(folder->write("a", "2").error() == (scratch / "case/a").string() + " is not written: File exists");
}

TEST_CASE("a file that grows piece by piece is as whole as any other") {
  const ScratchFolder scratch;
  auto folder = ResultFolder::begin(scratch / "case");
  REQUIRE(folder);
  REQUIRE(folder->append("citizens.csv", "head\n"));
  REQUIRE(folder->append("citizens.csv", "row\n"));
  CHECK_FALSE(fs::exists(scratch / "case"));
  REQUIRE(folder->write("manifest.json", kOurs));
  REQUIRE(folder->commit());
  CHECK(scratch.read("case/citizens.csv") == "head\nrow\n");
}

TEST_CASE("a folder is replaced by exchange and by two renames alike") {
  const Way way = GENERATE(Way::exchange, Way::two_renames);
  const ScratchFolder scratch;
  scratch.write("draft/new", "");
  scratch.write("target/old", "");
  CHECK(replace_folder(scratch / "draft", scratch / "target", way) == 0);
  CHECK(scratch.contents() == Contents{"target", "target/new"});
}

TEST_CASE("a folder that cannot be replaced stays, by exchange and by two renames") {
  const Way way = GENERATE(Way::exchange, Way::two_renames);
  const ScratchFolder scratch;
  scratch.write("target/draft/new", "");
  const Contents before = scratch.contents();
  // A folder cannot take the place of the one it is in.
  CHECK(replace_folder(scratch / "target/draft", scratch / "target", way) != 0);
  CHECK(replace_folder(scratch / "missing", scratch / "target", way) == ENOENT);
  CHECK(scratch.contents() == before);
}
