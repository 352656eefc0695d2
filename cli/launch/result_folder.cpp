#include "cli/launch/result_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/launch/file_bytes.h"
#include "cli/launch/open_file.h"
#include "cli/launch/replace_folder.h"

namespace sagsflow {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxManifest = std::size_t{16} << 20;

std::unexpected<std::string> refused(const fs::path& path, int error) {
  return std::unexpected(write_failure(path.string(), error));
}

bool has_our_manifest(const fs::path& folder) {
  const auto text = file_bytes(folder / "manifest.json", kMaxManifest);
  if (!text) return false;
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  return json.is_object() && json.contains("program") && json["program"] == "sagsflow";
}

bool holds_plain_files_only(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.symlink_status().type() != fs::file_type::regular) return false;
  }
  return true;
}

/// Whether a result may stand at `path`, which may be taken.
std::expected<void, std::string> may_stand_at(const fs::path& path) try {
  const auto type = fs::symlink_status(path).type();
  if (type == fs::file_type::not_found) return {};
  if (type != fs::file_type::directory) {
    return std::unexpected(fmt::format("{} is there already and is not a folder", path.string()));
  }
  if (fs::is_empty(path) || (has_our_manifest(path) && holds_plain_files_only(path))) return {};
  return std::unexpected(
      fmt::format("{} is there already and is not just a result of sagsflow; it stays as it is. Name another folder",
                  path.string()));
} catch (const fs::filesystem_error& error) {
  return std::unexpected(fmt::format("{} cannot be looked at: {}", path.string(), error.code().message()));
}

/// The nearest folder above that exists must let us write.
std::expected<void, std::string> may_write_above(const fs::path& path) {
  for (fs::path above = path.parent_path();; above = above.parent_path()) {
    if (::access((above / ".").c_str(), W_OK | X_OK) == 0) break;
    if (errno != ENOENT || above == above.root_path()) return refused(above, errno);
  }
  return {};
}

bool sync_folder(const fs::path& folder) {
  OpenFile handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot sync a folder, and say EINVAL.
  return handle.is_open() && (::fsync(handle.descriptor()) == 0 || errno == EINVAL);
}

/// Writes and syncs a file, opened with these flags too; false with errno.
bool write_file(const fs::path& path, std::string_view bytes, int flags) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0666));
  if (!file.is_open()) return false;
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.descriptor(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return ::fsync(file.descriptor()) == 0 && file.close();
}

}  // namespace

std::expected<ResultFolder, std::string> ResultFolder::begin(const fs::path& path) {
  std::error_code failed;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, failed), failed);
  if (path.empty() || failed) return std::unexpected(fmt::format("\"{}\" names no folder", path.string()));
  if (!whole.has_filename()) whole = whole.parent_path();
  if (whole == whole.root_path()) return std::unexpected("the results need a folder of their own, not /");
  if (const auto may = may_stand_at(whole); !may) return std::unexpected(may.error());
  if (const auto may = may_write_above(whole); !may) return std::unexpected(may.error());
  return ResultFolder(std::move(whole));
}

ResultFolder::ResultFolder(ResultFolder&& other) noexcept
    : path_(std::move(other.path_)), draft_(std::exchange(other.draft_, {})) {}

ResultFolder::~ResultFolder() {
  std::error_code ignored;
  if (!draft_.empty()) fs::remove_all(draft_, ignored);
}

// Only at the first file, so that a run broken off before leaves nothing behind.
std::expected<void, std::string> ResultFolder::make_draft() {
  if (!draft_.empty()) return {};
  std::error_code failed;
  fs::create_directories(path_.parent_path(), failed);
  if (failed) return refused(path_.parent_path(), failed.value());
  auto made = new_folder_beside(path_, "draft");
  if (!made) return refused(path_, made.error());
  draft_ = std::move(*made);
  return {};
}

std::expected<void, std::string> ResultFolder::write(const std::string& name, std::string_view bytes) {
  return put(name, bytes, O_EXCL);
}

std::expected<void, std::string> ResultFolder::append(const std::string& name, std::string_view bytes) {
  return put(name, bytes, O_APPEND);
}

std::expected<void, std::string> ResultFolder::put(const std::string& name, std::string_view bytes, int flags) {
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos) {
    return std::unexpected(fmt::format("\"{}\" is not the name of a file", name));
  }
  if (const auto made = make_draft(); !made) return made;
  if (!write_file(draft_ / name, bytes, flags)) return refused(path_ / name, errno);
  return {};
}

std::expected<void, std::string> ResultFolder::commit() {
  if (const auto made = make_draft(); !made) return made;
  if (const auto may = may_stand_at(path_); !may) return may;
  if (!sync_folder(draft_)) return refused(path_, errno);
  if (const int error = replace_folder(draft_, path_); error != 0) return refused(path_, error);
  draft_.clear();
  if (!sync_folder(path_.parent_path())) return refused(path_.parent_path(), errno);
  return {};
}

}  // namespace sagsflow
