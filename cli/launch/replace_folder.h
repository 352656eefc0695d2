#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace sagsflow {

/// Makes a new hidden folder beside `path`, ".<name>.<role>-<process>-<n>". Error: errno.
std::expected<std::filesystem::path, int> new_folder_beside(const std::filesystem::path& path, const std::string& role);

/// How an existing folder gives way: both change names at once, or, where the file system cannot, the old one is
/// renamed away first and comes back if the new one cannot take its place.
enum class Way { exchange, two_renames };

/// Puts `draft` in the place of `target`, which may be missing, an empty folder or a folder to be deleted. 0, or errno:
/// then `target` is what it was and `draft` still there.
int replace_folder(const std::filesystem::path& draft, const std::filesystem::path& target, Way way = Way::exchange);

/// Why nothing could be written there: "the disk is full: cannot write …".
std::string write_failure(const std::string& path, int error);

}  // namespace sagsflow
