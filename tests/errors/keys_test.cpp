#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "case_file.h"
#include "models/process/language_keys.h"
#include "models/process/model.h"

namespace sagsflow {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = std::string(SAGSFLOW_ROOT) + "/tests/errors";

using Key = std::pair<std::string, std::string>;  // table and key

std::string written(const std::set<Key>& keys) {
  std::string text;
  for (const auto& [table, key] : keys) text += "\n  " + table + ": " + key;
  return text;
}

std::set<Key> operator-(const std::set<Key>& all, const std::set<Key>& some) {
  std::set<Key> left;
  std::ranges::set_difference(all, some, std::inserter(left, left.end()));
  return left;
}

struct ReadCase {
  Diagnostics diagnostics;
  KeyLog log;
  bool model = false;
};

void read(ReadCase& reading, std::map<std::string, std::string> files) {
  MemorySource source(std::move(files));
  reading.diagnostics.note_keys_in(reading.log);
  reading.model = read_model("scenario.toml", source, reading.diagnostics).has_value();
}

void read_everything(ReadCase& reading) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(kFolder + "/everything")) {
    files[entry.path().filename().string()] = text_of_file(entry.path().string());
  }
  read(reading, std::move(files));
}

/// What the readers ask tables for; names that people choose are no keys.
std::set<Key> keys_in(const KeyLog& log, bool found_only) {
  std::set<Key> keys;
  for (const KeyAsked& asked : log) {
    if (asked.key != "*" && (asked.found || !found_only)) keys.emplace(asked.table, asked.key);
  }
  return keys;
}

/// The innermost key that the place belongs to.
void add_key_at(const KeyLog& log, Place place, std::set<Key>& keys) {
  const KeyAsked* innermost = nullptr;
  for (const KeyAsked& asked : log) {
    if (asked.key == "*" || !asked.found || std::ranges::count(asked.places, place) == 0) continue;
    if (innermost == nullptr || asked.places.size() < innermost->places.size()) innermost = &asked;
  }
  if (innermost != nullptr) keys.emplace(innermost->table, innermost->key);
}

std::set<Key> described_keys() {
  std::set<Key> keys;
  for (const auto part : {keys_of_files(), keys_of_citizens(), keys_of_procedures(), keys_of_values()}) {
    for (const LanguageKey& key : part) keys.emplace(key.table, key.key);
  }
  return keys;
}

/// Keys that are read before there are tables to ask.
const std::set<Key> kReadBefore{{"", "use"}, {"", "trial"}};

}  // namespace

TEST_CASE("every key of the language is accepted somewhere") {
  ReadCase everything;
  read_everything(everything);
  CHECK(everything.diagnostics.render() == "");
  CHECK(everything.model);
  const std::set<Key> asked = keys_in(everything.log, false);
  REQUIRE(asked.size() > 100);
  CHECK(written(asked - keys_in(everything.log, true)) == "");
}

TEST_CASE("every key of the language is refused somewhere when its value is wrong") {
  ReadCase everything;
  read_everything(everything);
  std::set<Key> refused;
  for (const ErrorCase& error_case : read_cases(kFolder + "/cases")) {
    ReadCase wrong;
    std::map<std::string, std::string> files = error_case.files;
    files["base.toml"] = text_of_file(kFolder + "/base.toml");
    read(wrong, std::move(files));
    for (const Message& message : wrong.diagnostics.messages()) {
      if (message.severity == Message::Severity::error) add_key_at(wrong.log, message.place, refused);
    }
  }
  CHECK(written(keys_in(everything.log, false) - refused) == "");
}

TEST_CASE("the description of the language has exactly the keys that are read") {
  ReadCase everything;
  read_everything(everything);
  const std::set<Key> asked = keys_in(everything.log, false);
  const std::set<Key> described = described_keys();
  CHECK(written(asked - described) == "");
  CHECK(written(described - asked - kReadBefore) == "");
}

TEST_CASE("what once broke the reader is read, or refused with a message") {
  std::size_t inputs = 0;
  for (const auto& entry : fs::directory_iterator(std::string(SAGSFLOW_ROOT) + "/tests/fuzz/corpus")) {
    INFO(entry.path());
    ReadCase input;
    read(input, {{"scenario.toml", text_of_file(entry.path().string())}});
    CHECK(input.model == !input.diagnostics.has_errors());
    CHECK((input.model || input.diagnostics.render() != ""));
    ++inputs;
  }
  CHECK(inputs >= 5);
}

}  // namespace sagsflow
