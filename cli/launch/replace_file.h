#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace sagsflow {

/// Writes the file, whole or not at all: an older one of this name stays until the new one is there. Nothing, or why it
/// could not be written.
std::optional<std::string> replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace sagsflow
