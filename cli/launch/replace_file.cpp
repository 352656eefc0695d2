#include "cli/launch/replace_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cli/launch/open_file.h"
#include "cli/launch/replace_folder.h"

namespace sagsflow {
namespace fs = std::filesystem;

namespace {

/// 0 or errno.
int write_new(const fs::path& path, std::string_view bytes) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!file.is_open()) return errno;
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.descriptor(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return ::fsync(file.descriptor()) == 0 && file.close() ? 0 : errno;
}

}  // namespace

std::optional<std::string> replace_file(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  const auto type = fs::symlink_status(path, ignored).type();
  if (type != fs::file_type::not_found && type != fs::file_type::regular) {
    return fmt::format("{} is there already and is not a file", path.string());
  }
  const fs::path draft = path.parent_path() / fmt::format(".{}.draft-{}", path.filename().string(), getpid());
  int error = write_new(draft, bytes);
  if (error == EEXIST) return fmt::format("{} is in the way", draft.string());
  if (error == 0 && ::rename(draft.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  ::unlink(draft.c_str());
  return write_failure(path.string(), error);
}

}  // namespace sagsflow
