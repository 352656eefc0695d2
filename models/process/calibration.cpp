#include "models/process/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "models/process/rule_paths.h"

namespace sagsflow {
namespace {

std::string text_in(const Node& table, std::string_view key) {
  const Node* node = table.find(key);
  return node ? node->written() : std::string();
}

std::string joined(const std::string& path, const std::string& part) {
  return path.empty() ? part : path + "." + part;
}

void collect(const Model& model, const Node& node, const std::string& path, std::vector<WrittenValue>& values) {
  const Node* said = node.is(Node::Kind::table) ? node.find("calibrated") : nullptr;
  if (said && said->is(Node::Kind::string)) {
    WrittenValue value;
    value.path = path;
    const Node* plain = node.find("value");
    value.text = plain ? plain->written() : node.written();
    value.low = text_in(node, "low");
    value.high = text_in(node, "high");
    value.calibrated = said->text;
    value.file = model.files[node.place.file].path;
    value.line = node.place.line;
    const auto same = [&](const WrittenValue& other) { return other.file == value.file && other.path == value.path; };
    if (std::ranges::none_of(values, same)) values.push_back(std::move(value));
  }
  const bool array = node.is(Node::Kind::array);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    collect(model, child, joined(path, array ? fmt::format("{}", i + 1) : child.key), values);
  }
}

const Node* child_of(const Node& node, const std::string& part) {
  if (!node.is(Node::Kind::array)) return node.find(part);
  std::size_t place = 0;
  const auto [end, failed] = std::from_chars(part.data(), part.data() + part.size(), place);
  const bool is_place = failed == std::errc() && end == part.data() + part.size();
  return is_place && place >= 1 && place <= node.children.size() ? &node.children[place - 1] : nullptr;
}

/// The node whose text begins with the number, and the long form around it.
struct Found {
  const Node* number = nullptr;
  const Node* range = nullptr;
};

Found number_in(const Node& node, const Node* range) {
  if (!node.is(Node::Kind::table)) {
    const bool written = node.is(Node::Kind::string) || node.is(Node::Kind::integer) || node.is(Node::Kind::real);
    return {written ? &node : nullptr, range};
  }
  if (const Node* value = node.find("value")) return number_in(*value, &node);
  static constexpr std::array<std::string_view, 5> kMeans{"exponential", "lognormal", "gamma", "erlang", "weibull"};
  for (const std::string_view name : kMeans) {
    if (const Node* mean = node.find(name)) return number_in(*mean, range ? range : &node);
  }
  return {};
}

/// Bytes before the place: lines and columns count from 1, columns in characters of UTF-8.
std::size_t offset_of(std::string_view text, Place place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  const auto continues = [&] { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
  for (std::uint32_t column = 1; column < place.column && at < text.size(); ++column) {
    ++at;
    while (continues()) ++at;
  }
  return at;
}

std::optional<double> first_number(std::string_view text) {
  double number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<double> number_of(const Node* table, std::string_view key) {
  const Node* node = table ? table->find(key) : nullptr;
  if (!node) return std::nullopt;
  const Found found = number_in(*node, nullptr);
  if (!found.number) return std::nullopt;
  return found.number->is(Node::Kind::string) ? first_number(found.number->text) : std::optional(found.number->number);
}

}  // namespace

std::vector<WrittenValue> calibrated_values(const Model& model) {
  std::vector<WrittenValue> values;
  for (const ArmDefinition& arm : model.arms) {
    for (const Version& version : arm.versions) collect(model, version.document, "", values);
  }
  return values;
}

std::optional<WrittenNumber> number_at(const Model& model, std::size_t arm, std::string_view path) {
  const Node* node = &model.arms[arm].versions.back().document;
  for (const std::string& part : parts_of_path(path)) {
    node = child_of(*node, part);
    if (!node) return std::nullopt;
  }
  const Found found = number_in(*node, nullptr);
  if (!found.number) return std::nullopt;
  const Node& at = *found.number;
  const FileRead& file = model.files[at.place.file];
  WrittenNumber number{file.path, at.place.line, offset_of(file.text, at.place), 0, at.written(), 0, false, {},
                       {},        false};
  if (at.is(Node::Kind::string)) ++number.offset;  // the quote
  const char* const begin = file.text.data() + std::min(number.offset, file.text.size());
  const auto [end, failed] = std::from_chars(begin, file.text.data() + file.text.size(), number.number);
  if (failed != std::errc()) return std::nullopt;
  number.length = static_cast<std::size_t>(end - begin);
  number.whole = at.is(Node::Kind::integer);
  number.low = number_of(found.range, "low");
  number.high = number_of(found.range, "high");
  number.calibrated = found.range && found.range->find("calibrated");
  return number;
}

std::string with_number(const std::string& text, const WrittenNumber& place, double number) {
  const std::string written = place.whole ? fmt::format("{:.0f}", std::round(number)) : fmt::format("{:.12f}", number);
  return std::string(text).replace(place.offset, place.length, written);
}

}  // namespace sagsflow
