#include "models/language/loader.h"

#include <fmt/format.h>

#include <algorithm>

namespace sagsflow {
namespace {

constexpr std::size_t kMostFiles = 256;
constexpr std::size_t kDeepest = 16;
constexpr std::size_t kMostBytes = std::size_t{32} << 20;
constexpr std::size_t kMostMerged = 1'000'000;
constexpr std::size_t kCostOfFile = 200;

}  // namespace

std::optional<Node> Loader::load(const std::string& path) {
  return load_from(path, {});
}

std::optional<Node> Loader::load_reference(const Node& reference) {
  if (!reference.is(Node::Kind::string)) {
    diagnostics_.error(reference.place, fmt::format("expected the path of a file, got {}", reference.described()));
    return std::nullopt;
  }
  const std::string including = diagnostics_.files().at(reference.place.file).path;
  const auto path = resolved_path(including, reference.text);
  if (!path) {
    diagnostics_.error(reference.place, fmt::format("cannot read \"{}\": {}", reference.text, path.error()));
    return std::nullopt;
  }
  return load_from(*path, reference.place);
}

bool Loader::may_open(const std::string& path, Place from) {
  if (std::ranges::find(open_, path) != open_.end()) {
    diagnostics_.error(from, fmt::format("\"{}\" uses itself: {} -> {}", path, fmt::join(open_, " -> "), path));
    return false;
  }
  if (open_.size() >= kDeepest) {
    diagnostics_.error(from, fmt::format("\"use\" nests more than {} files deep", kDeepest));
    return false;
  }
  return true;
}

const Node* Loader::parsed(const std::string& path, Place from) {
  const auto known = files_.find(path);
  if (known != files_.end()) return known->second ? &*known->second : nullptr;
  std::optional<Node>& file = files_[path];
  if (files_.size() > kMostFiles) {
    diagnostics_.error(from, fmt::format("more than {} files", kMostFiles));
    return nullptr;
  }
  auto text = source_.text_of(path);
  if (!text) {
    diagnostics_.error(from, fmt::format("cannot read \"{}\": {}", path, text.error()));
    return nullptr;
  }
  bytes_ += text->size();
  if (bytes_ > kMostBytes) {
    diagnostics_.error(from, fmt::format("more than {} MiB in all the files", kMostBytes >> 20));
    return nullptr;
  }
  file = parse_toml(diagnostics_.add_file(path, std::move(*text)), diagnostics_);
  return file ? &*file : nullptr;
}

std::optional<Node> Loader::load_from(const std::string& path, Place from) {
  if (!may_open(path, from)) return std::nullopt;
  const Node* file = parsed(path, from);
  if (!file || merged_ > kMostMerged) return std::nullopt;
  merged_ += kCostOfFile + file->count();
  if (merged_ > kMostMerged) {
    diagnostics_.error(from, "too many values in all, where each file counts as often as it is used");
    return std::nullopt;
  }
  const Node* use = file->find("use");
  if (!use) return *file;
  if (!use->is(Node::Kind::array)) {
    diagnostics_.error(use->place, fmt::format("expected an array of files, got {}", use->described()));
    return std::nullopt;
  }
  Node empty;
  empty.place = file->place;
  Overlay overlay(std::move(empty), schema_, diagnostics_);
  bool complete = true;
  open_.push_back(path);
  for (const Node& reference : use->children) {
    const auto used = load_reference(reference);
    if (used) overlay.merge(*used);
    complete = complete && used;
  }
  open_.pop_back();
  Node own = *file;
  std::erase_if(own.children.own(), [](const Node& child) { return child.key == "use"; });
  overlay.merge(own);
  return complete ? std::optional(overlay.document()) : std::nullopt;
}

}  // namespace sagsflow
