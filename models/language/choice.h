#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/language/origin.h"

namespace sagsflow {

/// A value, or `{ by = "trait", a = …, b = …, else = … }`, which is read when used and may nest.
template <class T>
struct Choice {
  Sourced<T> value;  ///< when `by` is empty
  std::string by;    ///< an attribute or a flag
  std::vector<std::pair<std::string, Choice<T>>> cases;
  std::unique_ptr<Choice<T>> otherwise;
  Place place;

  bool is_value() const { return by.empty(); }
  // Copyable: a deep copy.
  Choice() = default;
  Choice(Choice&&) noexcept = default;
  Choice& operator=(Choice&&) noexcept = default;
  Choice(const Choice& other)
      : value(other.value),
        by(other.by),
        cases(other.cases),
        otherwise(other.otherwise ? std::make_unique<Choice<T>>(*other.otherwise) : nullptr),
        place(other.place) {}
  Choice& operator=(const Choice& other) {
    Choice copy(other);
    *this = std::move(copy);
    return *this;
  }
};

/// Calls `visit(const Sourced<T>&)` for every value that the choice may come to, in the order of the file.
template <class T, class Visit>
void for_each_value(const Choice<T>& choice, const Visit& visit) {
  if (choice.is_value()) return visit(choice.value);
  for (const auto& [name, chosen] : choice.cases) for_each_value(chosen, visit);
  if (choice.otherwise) for_each_value(*choice.otherwise, visit);
}

/// Calls `visit(const std::string&)` for every attribute or flag that the choice goes by, perhaps several times.
template <class T, class Visit>
void for_each_by(const Choice<T>& choice, const Visit& visit) {
  if (choice.is_value()) return;
  visit(choice.by);
  for (const auto& [name, chosen] : choice.cases) for_each_by(chosen, visit);
  if (choice.otherwise) for_each_by(*choice.otherwise, visit);
}

/// One of several targets; shares sum to 1, "rest" already worked out. `"plan"` alone is one target with share 1.
struct Share {
  std::string target;
  double share = 1.0;
  Origin origin;
};
using Shares = std::vector<Share>;

/// `when = { a = "x", b = ["y", "z"] }`: every clause holds; a clause holds when the trait has any of the values.
struct Clause {
  std::string trait;
  std::vector<std::string> values;
  Place place;
};
using Condition = std::vector<Clause>;

/// `set = { trait = value }`; a boolean's value is "true" or "false".
struct Assignment {
  std::string trait;
  std::string value;
  Place place;
};

}  // namespace sagsflow
