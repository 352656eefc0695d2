#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>

namespace sagsflow {

/// The bytes of a regular file of at most `limit`. Error: why not ("no such file", "not a regular file", …). Does not
/// wait for a pipe and follows no link in the last place.
std::expected<std::string, std::string> file_bytes(const std::filesystem::path& path, std::size_t limit);

}  // namespace sagsflow
