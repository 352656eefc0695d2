#include "models/language/overlay.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/language/names.h"

namespace sagsflow {
namespace {

std::string_view first_part(std::string_view path) {
  return path.substr(0, path.find('.'));
}

std::string_view after_first_part(std::string_view path) {
  const std::size_t dot = path.find('.');
  return dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
}

/// Whether `path` is the pattern or, if `prefix`, leads to it.
bool matches(std::string_view path, std::string_view pattern, bool prefix) {
  while (!path.empty() && !pattern.empty()) {
    if (first_part(pattern) != "*" && first_part(pattern) != first_part(path)) return false;
    path = after_first_part(path);
    pattern = after_first_part(pattern);
  }
  return path.empty() && (prefix || pattern.empty());
}

std::string joined(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

bool is_below(const std::string& path, const std::string& above) {
  return path == above || (path.starts_with(above) && path[above.size()] == '.');
}

}  // namespace

void Overlay::merge(const Node& layer, const std::string& writer) {
  merge_table(document_, layer, "", writer);
}

void Overlay::merge_table(Node& base, const Node& layer, const std::string& path, const std::string& writer) {
  replace_alternatives(base, layer, path);
  for (const Node& child : layer.children) merge_child(base, child, path, writer);
}

void Overlay::merge_child(Node& base, const Node& child, const std::string& path, const std::string& writer) {
  const std::string child_path = joined(path, child.key);
  const auto leads_here = [&](const std::string& pattern) { return matches(child_path, pattern, true); };
  const bool merging = child.is(Node::Kind::table) && std::ranges::any_of(schema_.merging, leads_here);
  Node* old = base.find_own(child.key);
  if (!merging || (old && !old->is(Node::Kind::table))) {
    note_written(record_path(path, child.key), child, writer);
    if (old) {
      *old = child;
    } else {
      base.children.own().push_back(child);
    }
    return;
  }
  if (!old && writer.empty()) {
    base.children.own().push_back(child);  // laid over nothing it is what it is, and stays shared
    return;
  }
  if (!old) {
    Node empty = child;
    empty.children = {};
    base.children.own().push_back(std::move(empty));
    old = &base.children.own().back();
  }
  merge_table(*old, child, child_path, writer);
}

void Overlay::replace_alternatives(Node& base, const Node& layer, const std::string& path) {
  for (const MergeSchema::Alternatives& alternatives : schema_.alternatives) {
    if (!matches(path, alternatives.of, false)) continue;
    const auto is_one = [&](const Node& node) { return std::ranges::count(alternatives.keys, node.key) > 0; };
    if (std::ranges::any_of(layer.children, is_one)) std::erase_if(base.children.own(), is_one);
  }
}

/// Alternatives are one value: setting another one is setting it differently.
std::string Overlay::record_path(const std::string& table, const std::string& key) const {
  for (const MergeSchema::Alternatives& alternatives : schema_.alternatives) {
    if (!matches(table, alternatives.of, false)) continue;
    if (std::ranges::count(alternatives.keys, key) > 0) return joined(table, alternatives.keys.front());
  }
  return joined(table, key);
}

void Overlay::note_written(const std::string& path, const Node& value, const std::string& writer) {
  if (writer.empty()) return;
  const auto earlier = written_.find(path);
  if (earlier != written_.end() && earlier->second.writer != writer && !last_wins_) {
    const Node& other = earlier->second.value;
    if (other.key != value.key || !other.same_value(value)) {
      return refuse_conflict(value.key_place, path, writer, earlier->second);
    }
  }
  for (std::size_t end = path.find('.'); !last_wins_; end = path.find('.', end + 1)) {
    const auto removed = removed_.find(path.substr(0, end));
    if (removed != removed_.end() && removed->second.writer != writer) {
      return refuse_conflict(value.key_place, path, writer, removed->second);
    }
    if (end == std::string::npos) break;
  }
  written_[path] = {writer, value.key_place, value};
}

void Overlay::note_removed(const Node& path, const std::string& writer) {
  if (writer.empty()) return;
  for (auto earlier = written_.lower_bound(path.text); earlier != written_.end(); ++earlier) {
    if (!earlier->first.starts_with(path.text)) break;
    const bool concerns = earlier->second.writer != writer && is_below(earlier->first, path.text);
    if (concerns && !last_wins_) return refuse_conflict(path.place, earlier->first, writer, earlier->second);
  }
  removed_.try_emplace(path.text, Written{writer, path.place, {}});
}

void Overlay::refuse_conflict(Place place, const std::string& path, const std::string& writer, const Written& earlier) {
  diagnostics_.error(place, fmt::format("trials \"{}\" and \"{}\" differ on {} (other: {}:{}); expected "
                                        "\"last_wins = true\" in the arm if this one is to win",
                                        writer, earlier.writer, path, diagnostics_.files().at(earlier.place.file).path,
                                        earlier.place.line));
}

void Overlay::remove(const Node& paths, const std::string& writer) {
  if (!paths.is(Node::Kind::array)) {
    diagnostics_.error(paths.place, fmt::format("expected an array of paths, got {}", paths.described()));
    return;
  }
  for (const Node& path : paths.children) remove_path(path, writer);
}

void Overlay::remove_path(const Node& path, const std::string& writer) {
  if (!path.is(Node::Kind::string) || path.text.empty()) {
    diagnostics_.error(path.place,
                       fmt::format("expected a path such as \"status.X.exit.Y\", got {}", path.described()));
    return;
  }
  Node* table = &document_;
  std::string found;
  for (std::string_view rest = path.text;;) {
    const std::string part(first_part(rest));
    Node* child = table->find_own(part);
    if (!child) {
      if (removed_.contains(path.text)) return;
      return refuse_missing(path, *table, found, rest);
    }
    rest = after_first_part(rest);
    if (rest.empty()) break;
    found = joined(found, part);
    table = child;
  }
  note_removed(path, writer);
  const std::string last = path.text.substr(found.empty() ? 0 : found.size() + 1);
  std::erase_if(table->children.own(), [&](const Node& child) { return child.key == last; });
}

void Overlay::refuse_missing(const Node& path, const Node& deepest, const std::string& found,
                             std::string_view missing) {
  const std::string part(first_part(missing));
  const std::string_view rest = after_first_part(missing);
  std::string nearest = nearest_name(part, deepest.keys());
  if (!nearest.empty()) {
    nearest = joined(found, nearest);
    if (!rest.empty()) nearest = joined(nearest, std::string(rest));
  }
  const std::string where = found.empty() ? "the rules have" : found + " has";
  diagnostics_.error(path.place, fmt::format("nothing to remove at \"{}\": {} no \"{}\"", path.text, where, part),
                     nearest);
}

}  // namespace sagsflow
