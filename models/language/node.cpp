#include "models/language/node.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

namespace sagsflow {

std::vector<Node>& Children::own() {
  if (nodes_ == nullptr) {
    nodes_ = std::make_shared<std::vector<Node>>();
  } else if (nodes_.use_count() > 1) {
    nodes_ = std::make_shared<std::vector<Node>>(*nodes_);
  }
  return *nodes_;
}

const Node* Node::find(std::string_view name) const {
  const auto child = std::ranges::find(children, name, &Node::key);
  return child == children.end() ? nullptr : child;
}

Node* Node::find_own(std::string_view name) {
  const auto child = std::ranges::find(children.own(), name, &Node::key);
  return child == children.own().end() ? nullptr : &*child;
}

std::vector<std::string> Node::keys() const {
  std::vector<std::string> names;
  for (const Node& child : children) names.push_back(child.key);
  return names;
}

std::size_t Node::count() const {
  std::size_t all = 1;
  for (const Node& child : children) all += child.count();
  return all;
}

std::string Node::written() const {
  switch (kind) {
    case Kind::string:
      return text;
    case Kind::integer:
      return fmt::format("{}", integer);
    case Kind::real:
      return fmt::format("{}", number);
    case Kind::boolean:
      return boolean ? "true" : "false";
    case Kind::date: {
      const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(date)};
      return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
    }
    case Kind::table:
    case Kind::array:
      break;
  }
  if (const Node* value = find("value")) return value->written();
  std::string all;
  for (const Node& child : children) {
    const bool nested = child.is(Kind::array) || (child.is(Kind::table) && !child.find("value"));
    if (!all.empty()) all += ", ";
    if (!child.key.empty()) all += child.key + " ";
    all += nested ? "(" + child.written() + ")" : child.written();
  }
  return all;
}

std::string Node::described() const {
  if (is(Kind::table)) return "a table";
  if (is(Kind::array)) return "an array";
  if (is(Kind::string)) return "\"" + text + "\"";
  return written();
}

bool Node::is_table_itself(const Node& other) const {
  const bool tables = is(Kind::table) && other.is(Kind::table);
  return tables && key == other.key && place == other.place && key_place == other.key_place &&
         children.are_those_of(other.children);
}

bool Node::same_value(const Node& other) const {
  const bool numbers = (is(Kind::integer) || is(Kind::real)) && (other.is(Kind::integer) || other.is(Kind::real));
  if (numbers) return number == other.number;
  if (kind == other.kind && children.are_those_of(other.children)) return true;
  if (kind != other.kind || children.size() != other.children.size()) return false;
  if (is(Kind::table)) {
    return std::ranges::all_of(children, [&](const Node& child) {
      const Node* twin = other.find(child.key);
      return twin && child.same_value(*twin);
    });
  }
  if (is(Kind::array)) {
    return std::ranges::equal(children, other.children, [](const Node& a, const Node& b) { return a.same_value(b); });
  }
  return written() == other.written();
}

}  // namespace sagsflow
