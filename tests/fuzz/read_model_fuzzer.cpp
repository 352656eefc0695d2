#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include "models/process/model.h"

namespace sagsflow {
namespace {

using Files = std::map<std::string, std::string>;

/// The project's law, places and trials, by their paths below scenarios/.
Files bundled_files() {
  Files files;
  const std::filesystem::path root = std::filesystem::path(SAGSFLOW_ROOT) / "scenarios";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(root).generic_string()] = {std::istreambuf_iterator(file), {}};
  }
  return files;
}

/// The input as "fuzzed.toml" beside the project's files.
class FuzzedSource final : public Source {
 public:
  explicit FuzzedSource(std::string input) : input_(std::move(input)) {}

  std::expected<std::string, std::string> text_of(const std::string& path) override {
    static const Files bundled = bundled_files();
    if (path == "fuzzed.toml") return input_;
    const auto found = bundled.find(path);
    if (found == bundled.end()) return std::unexpected("no such file");
    return found->second;
  }

 private:
  std::string input_;
};

void expect(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  std::abort();
}

}  // namespace
}  // namespace sagsflow

/// Whatever the bytes, there is a model or there are errors that can be shown, and never both.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sagsflow;
  FuzzedSource source(std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics diagnostics;
  const auto model = read_model("fuzzed.toml", source, diagnostics);
  expect(model.has_value() == !diagnostics.has_errors(), "a model or errors");
  const std::string said = diagnostics.render();
  expect(said.empty() == diagnostics.messages().empty(), "every message is shown");
  expect(said.find('\x1b') == std::string::npos, "no escape sequences");
  return 0;
}
