// The one file that knows toml++. Its exceptions are off, so its shared library, which has them on, is not used.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/impl/preprocessor.h>
// toml++ 3.3 asserts, or under clang assumes, that no value begins with ']', '}' or ','; files may well say so, and are
// then refused a few lines further on. (It also takes letters such as æ outside quotes for unreachable; text_limits
// refuses them before.)
#undef TOML_ASSERT
#undef TOML_ASSERT_ASSUME
#undef TOML_ASSUME
#define TOML_ASSERT(expr) static_assert(true)
#define TOML_ASSERT_ASSUME(expr) static_assert(true)
#define TOML_ASSUME(expr) static_assert(true)
#include <toml++/toml.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "models/language/node.h"
#include "models/language/text_limits.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostKeys = 4096;
constexpr std::size_t kLongestName = 200;

class Conversion {
 public:
  Conversion(std::uint32_t file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  Place place_of(const toml::source_region& region) const { return {file_, region.begin.line, region.begin.column}; }

  Node node_of(const toml::node& value) {
    Node node;
    node.place = place_of(value.source());
    if (const toml::table* table = value.as_table()) {
      read_table(node, *table);
    } else if (const toml::array* array = value.as_array()) {
      node.kind = Node::Kind::array;
      for (const toml::node& item : *array) node.children.push_back(node_of(item));
    } else {
      read_scalar(node, value);
    }
    return node;
  }

 private:
  /// toml++ iterates by name; the file's order is that of the places.
  void read_table(Node& node, const toml::table& table) {
    if (table.size() > kMostKeys) {
      diagnostics_.error(node.place, fmt::format("a table with {} keys, the limit is {}", table.size(), kMostKeys));
      return;
    }
    for (const auto& [key, value] : table) {
      Node child = node_of(value);
      child.key = std::string(key.str());
      child.key_place = place_of(key.source());
      if (child.key.size() > kLongestName) {
        diagnostics_.error(child.key_place,
                           fmt::format("a name of {} bytes, the limit is {}", child.key.size(), kLongestName));
        continue;
      }
      node.children.push_back(std::move(child));
    }
    std::ranges::stable_sort(node.children, {}, &Node::key_place);
  }

  void read_scalar(Node& node, const toml::node& value) {
    if (const auto* text = value.as_string()) {
      node.kind = Node::Kind::string;
      node.text = text->get();
    } else if (const auto* integer = value.as_integer()) {
      node.kind = Node::Kind::integer;
      node.integer = integer->get();
      node.number = static_cast<double>(integer->get());
    } else if (const auto* real = value.as_floating_point()) {
      node.kind = Node::Kind::real;
      node.number = real->get();
    } else if (const auto* boolean = value.as_boolean()) {
      node.kind = Node::Kind::boolean;
      node.boolean = boolean->get();
    } else if (const auto* date = value.as_date()) {
      node.kind = Node::Kind::date;
      const toml::date day = date->get();
      node.date = std::chrono::sys_days(std::chrono::year(day.year) / day.month / day.day);
    } else {
      diagnostics_.error(node.place, "a time of day is not used here, expected a date such as 2018-01-01");
    }
  }

  std::uint32_t file_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<Node> parse_toml(std::uint32_t file, Diagnostics& diagnostics) {
  const std::string path = diagnostics.files().at(file).path;
  const std::string text = diagnostics.files().at(file).text;
  if (const auto problem = problem_of_text(text)) {
    diagnostics.error({file, problem->place.line, problem->place.column}, problem->text);
    return std::nullopt;
  }
  const toml::parse_result result = toml::parse(std::string_view(text), std::string_view(path));
  if (!result) {
    const toml::parse_error& error = result.error();
    const toml::source_position at = error.source().begin;
    diagnostics.error({file, at.line, at.column}, fmt::format("not TOML: {}", error.description()));
    return std::nullopt;
  }
  return Conversion(file, diagnostics).node_of(result.table());
}

}  // namespace sagsflow
