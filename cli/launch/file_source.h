#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>

#include "models/language/source.h"

namespace sagsflow {

/// Scenario files from a folder, the scenario root. Only regular files below it, of at most 4 MiB; a link is followed
/// when it stays below the root.
class FileSource final : public Source {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{4} << 20;

  /// A scenario as named on the command line. Its root is the nearest folder above it called "scenarios", else the
  /// folder it is in. Error: why there is no such folder.
  static std::expected<FileSource, std::string> of_scenario(const std::filesystem::path& scenario);

  /// The scenario's own path below the root, as `text_of` takes it.
  const std::string& entry() const { return entry_; }
  const std::filesystem::path& root() const { return root_; }

  std::expected<std::string, std::string> text_of(const std::string& path) override;

 private:
  FileSource(std::filesystem::path root, std::string entry) : root_(std::move(root)), entry_(std::move(entry)) {}

  std::filesystem::path root_;  ///< canonical
  std::string entry_;
};

}  // namespace sagsflow
