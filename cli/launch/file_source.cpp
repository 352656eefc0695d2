#include "cli/launch/file_source.h"

#include <algorithm>
#include <system_error>

#include "cli/launch/file_bytes.h"

namespace sagsflow {
namespace fs = std::filesystem;

namespace {

bool is_below(const fs::path& root, const fs::path& path) {
  return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

fs::path root_of(const fs::path& scenario) {
  for (fs::path folder = scenario.parent_path(); folder != folder.root_path(); folder = folder.parent_path()) {
    if (folder.filename() == "scenarios") return folder;
  }
  return scenario.parent_path();
}

}  // namespace

std::expected<FileSource, std::string> FileSource::of_scenario(const fs::path& scenario) {
  std::error_code failed;
  const fs::path written = fs::absolute(scenario, failed).lexically_normal();
  if (failed || scenario.empty() || !written.has_filename()) return std::unexpected("no such file");
  const fs::path root = root_of(written);
  fs::path canonical = fs::canonical(root, failed);
  if (failed) return std::unexpected("no such folder: " + root.string());
  return FileSource(std::move(canonical), written.lexically_relative(root).generic_string());
}

std::expected<std::string, std::string> FileSource::text_of(const std::string& path) {
  std::error_code failed;
  const fs::path real = fs::canonical(root_ / path, failed);
  if (failed == std::errc::no_such_file_or_directory || failed == std::errc::not_a_directory) {
    return std::unexpected("no such file");
  }
  if (failed) return std::unexpected("cannot be read: " + failed.message());
  if (!is_below(root_, real)) return std::unexpected("leads out of the scenario root " + root_.string());
  return file_bytes(real, kMaxBytes);
}

}  // namespace sagsflow
