#include "models/language/source.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace sagsflow {

std::expected<std::string, std::string> MemorySource::text_of(const std::string& path) {
  const auto file = files_.find(path);
  if (file == files_.end()) return std::unexpected("no such file");
  return file->second;
}

namespace {

/// Appends the parts of `path`; false when ".." leads above the root.
bool append_parts(std::vector<std::string_view>& parts, std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return false;
    } else {
      parts.pop_back();
    }
  }
  return true;
}

}  // namespace

std::expected<std::string, std::string> resolved_path(const std::string& including, const std::string& reference) {
  const bool drive = reference.size() > 1 && reference[1] == ':';
  if (reference.empty()) return std::unexpected("the path is empty");
  if (reference[0] == '/' || drive || reference.find('\\') != std::string::npos) {
    return std::unexpected("expected a path relative to this file, with / between folders");
  }
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::ranges::any_of(reference, is_control)) return std::unexpected("the path has a control character");
  std::vector<std::string_view> parts;
  const std::size_t slash = including.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : including.substr(0, slash);
  if (!append_parts(parts, folder) || !append_parts(parts, reference)) {
    return std::unexpected("the path leads above the scenario root");
  }
  std::string path;
  for (const std::string_view part : parts) {
    if (!path.empty()) path += '/';
    path += part;
  }
  return path;
}

}  // namespace sagsflow
