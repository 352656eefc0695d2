#include "cli/launch/file_bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "cli/launch/open_file.h"

namespace sagsflow {

std::expected<std::string, std::string> file_bytes(const std::filesystem::path& path, std::size_t limit) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY));
  const auto cannot = [](int error) {
    return std::unexpected("cannot be read: " + std::generic_category().message(error));
  };
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::unexpected("no such file");
    if (errno == ELOOP || errno == ENXIO) return std::unexpected("not a regular file");
    return cannot(errno);
  }
  struct stat status;
  if (fstat(file.descriptor(), &status) != 0) return cannot(errno);
  if (S_ISDIR(status.st_mode)) return std::unexpected("a folder, not a file");
  if (!S_ISREG(status.st_mode)) return std::unexpected("not a regular file");

  // Its size may be another than it said by the time it is read: room for what it said and one byte more, to see the
  // end.
  std::string bytes(std::min(limit, static_cast<std::size_t>(status.st_size)) + 1, '\0');
  std::size_t size = 0;
  while (size <= limit) {
    if (size == bytes.size()) bytes.resize(std::min(limit + 1, 2 * size));
    const ssize_t got = ::read(file.descriptor(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > limit) return std::unexpected(fmt::format("larger than the limit of {} MiB", limit >> 20));
  bytes.resize(size);
  bytes.shrink_to_fit();
  return bytes;
}

}  // namespace sagsflow
