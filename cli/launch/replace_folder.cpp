#include "cli/launch/replace_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace sagsflow {
namespace fs = std::filesystem;

namespace {

/// 0 or errno. `draft` is then the old folder's name.
int exchange(const fs::path& draft, const fs::path& target) {
  return ::renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int rename_folder(const fs::path& from, const fs::path& to) {
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

int rename_twice(const fs::path& draft, const fs::path& target) {
  const auto aside = new_folder_beside(target, "old");
  if (!aside) return aside.error();
  if (const int error = rename_folder(target, *aside); error != 0) {
    ::rmdir(aside->c_str());
    return error;
  }
  if (const int error = rename_folder(draft, target); error != 0) {
    rename_folder(*aside, target);
    return error;
  }
  std::error_code ignored;
  fs::remove_all(*aside, ignored);
  return 0;
}

}  // namespace

std::expected<fs::path, int> new_folder_beside(const fs::path& path, const std::string& role) {
  for (int n = 0;; ++n) {
    fs::path folder = path.parent_path() / fmt::format(".{}.{}-{}-{}", path.filename().string(), role, getpid(), n);
    if (::mkdir(folder.c_str(), 0777) == 0) return folder;
    if (errno != EEXIST) return std::unexpected(errno);
  }
}

int replace_folder(const fs::path& draft, const fs::path& target, Way way) {
  // rename(2) replaces nothing and an empty folder, in one step.
  const int error = rename_folder(draft, target);
  if (error != ENOTEMPTY && error != EEXIST) return error;
  if (way == Way::exchange) {
    const int exchanged = exchange(draft, target);
    if (exchanged == 0) {
      std::error_code ignored;
      fs::remove_all(draft, ignored);
      return 0;
    }
    if (exchanged != EINVAL && exchanged != ENOSYS) return exchanged;
  }
  return rename_twice(draft, target);
}

std::string write_failure(const std::string& path, int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return fmt::format("the disk is full: {} is not written", path);
    case EACCES:
    case EPERM:
      return fmt::format("{} is not written: this user may not write there", path);
    case EROFS:
      return fmt::format("{} is not written: the disk is read-only", path);
    default:
      return fmt::format("{} is not written: {}", path, std::generic_category().message(error));
  }
}

}  // namespace sagsflow
