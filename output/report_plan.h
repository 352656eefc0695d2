#pragma once

#include <cstddef>
#include <span>

#include "models/results/estimates.h"
#include "output/language.h"

namespace sagsflow {

/// How a number of the observations is shown.
enum class Shown {
  as_it_is,
  per_year,            ///< a count or total over the window's years
  thousands_per_year,  ///< the same in thousands
  millions_per_year,   ///< in millions
  weeks,               ///< of days
  per_cent             ///< of a share; a count is first divided by `per_measure`
};

/// One measure of an object. A count or total is read as its amount whatever `statistic` says.
struct RowPlan {
  std::string_view measure;
  Statistic statistic = Statistic::mean;
  Shown shown = Shown::as_it_is;
  Phrase phrase{};
  std::string_view per_measure{};  ///< of the same object: what a count is a share of
  bool if_clear = false;           ///< in a comparison only where some arm differs clearly
};

/// Rows for every object that `takes`: under a heading for each object, or all under one heading, each object's rows
/// together. A row is named by its phrase, or by its object where it has none.
struct GroupPlan {
  enum class Headed { by_object, by_heading };
  enum class Order { as_listed, by_change };  ///< by_change: the largest clear change first, then the highest level
  Headed headed = Headed::by_object;
  Phrase heading{};
  bool (*takes)(const Results&, const ObjectInfo&) = nullptr;
  std::span<const RowPlan> rows;
  Order order = Order::as_listed;
  std::size_t most = 0;  ///< above 0: only so many objects, of the first in that order
};

struct TablePlan {
  Phrase title;
  std::span<const GroupPlan> groups;
};

/// The tables of `run` and `compare`, in their order.
std::span<const TablePlan> report_plan();

/// A meeting, or a step where the citizen waits for a document, for someone outside or against a deadline. A step that
/// waits for another procedure counts only with a deadline: what it waits for is a place itself.
bool is_waiting_place(const ObjectInfo& object);

}  // namespace sagsflow
