#include "models/language/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/names.h"

namespace sagsflow {

namespace {

/// The path with "*" for every name that a table with free names gave.
std::string pattern_of(const std::string& path, const KeyLog& log) {
  std::string pattern;
  for (std::size_t from = 0; from < path.size();) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    const auto is_free = [&](const KeyAsked& asked) { return asked.key == "*" && asked.table == pattern; };
    const bool free = std::ranges::any_of(log, is_free);
    if (!pattern.empty()) pattern += '.';
    pattern += free ? "*" : path.substr(from, dot - from);
    from = dot + 1;
  }
  return pattern;
}

void collect_places(const Node& node, std::vector<Place>& places) {
  places.push_back(node.place);
  places.push_back(node.key_place);
  for (const Node& child : node.children) collect_places(child, places);
}

}  // namespace

TableReader::TableReader(const Node& table, std::string path, Reading& reading, std::string_view shape)
    : table_(table), path_(std::move(path)), reading_(reading), shape_(shape) {
  if (table.is(Node::Kind::table)) return;
  reading_.diagnostics.error(table.place, fmt::format("expected a table, got {}", table.described()));
}

std::string TableReader::path_of(std::string_view key) const {
  std::string path;
  path.reserve(path_.size() + 1 + key.size());
  path += path_;
  if (!path.empty()) path += '.';
  return path += key;
}

const Node* TableReader::find(std::string_view key) {
  asked_.push_back(key);
  const Node* found = table_.find(key);
  if (reading_.diagnostics.key_log() != nullptr) note(key, found);
  return found;
}

const Node* TableReader::require(std::string_view key) {
  const Node* node = find(key);
  if (node || !table_.is(Node::Kind::table)) return node;
  const std::string where = path_.empty() ? "the file" : path_;
  reading_.diagnostics.error(table_.place, fmt::format("{} has no \"{}\"", where, key));
  return nullptr;
}

std::vector<const Node*> TableReader::rest() {
  std::vector<const Node*> others;
  if (!table_.is(Node::Kind::table)) return others;
  for (const Node& child : table_.children) {
    if (std::ranges::find(asked_, child.key) == asked_.end()) others.push_back(&child);
  }
  all_read_ = true;
  if (reading_.diagnostics.key_log() != nullptr) {
    if (others.empty()) note("*", nullptr);
    for (const Node* other : others) note("*", other);
  }
  return others;
}

void TableReader::note(std::string_view key, const Node* found) {
  KeyLog& log = *reading_.diagnostics.key_log();
  if (!table_.is(Node::Kind::table)) return;
  KeyAsked asked{shape_.empty() ? pattern_of(path_, log) : std::string(shape_), std::string(key), found != nullptr, {}};
  if (found != nullptr) collect_places(*found, asked.places);
  log.push_back(std::move(asked));
}

void TableReader::finish() {
  if (!table_.is(Node::Kind::table) || all_read_) return;
  for (const Node& child : table_.children) {
    if (std::ranges::find(asked_, child.key) != asked_.end()) continue;
    const std::vector<std::string> keys(asked_.begin(), asked_.end());
    reading_.diagnostics.error(child.key_place, fmt::format("unknown key \"{}\"", child.key),
                               reading_.diagnostics.wants_suggestions() ? nearest_name(child.key, keys) : "");
  }
}

}  // namespace sagsflow
