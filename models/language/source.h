#pragma once

#include <expected>
#include <map>
#include <string>

namespace sagsflow {

/// Where the text of scenario files comes from: a folder, memory, a browser. Paths are below the scenario root,
/// with "/" between and without "." or "..".
class Source {
 public:
  virtual ~Source() = default;
  /// The text of a file, or why there is none ("no such file").
  virtual std::expected<std::string, std::string> text_of(const std::string& path) = 0;
};

/// Files that are already in memory, by path.
class MemorySource : public Source {
 public:
  explicit MemorySource(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  std::expected<std::string, std::string> text_of(const std::string& path) override;

 private:
  std::map<std::string, std::string> files_;
};

/// The path that `reference` means in the file `including`, or why it may not be read: it is absolute or leads
/// above the scenario root.
std::expected<std::string, std::string> resolved_path(const std::string& including, const std::string& reference);

}  // namespace sagsflow
