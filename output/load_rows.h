#pragma once

#include <string>
#include <vector>

#include "models/results/load.h"
#include "output/language.h"
#include "output/text_table.h"

namespace sagsflow {

/// A load above this and up to 1 is near the limit.
inline constexpr double kNearLimit = 0.95;

/// How the loads of some arms are laid out.
struct LoadLayout {
  std::vector<const ArmLoad*> arms;       ///< beside each other
  std::vector<std::string> names;         ///< of their columns
  const ArmLoad* shown_before = nullptr;  ///< what shows the same as this arm is left out
  bool long_run = false;                  ///< with a column for the long run
  bool everything = false;
};

/// The table: pools, meetings, statuses and, with everything, steps.
TextTable load_table(const LoadLayout& layout, Language language);

/// The same pool, meeting, status or step, or nullptr.
template <class Item>
const Item* find_object(const std::vector<Item>& items, const LoadedObject& object) {
  for (const Item& item : items) {
    if (item.object.path == object.path && item.object.value == object.value) return &item;
  }
  return nullptr;
}

const std::string& label_of(const LoadedObject& object, Language language);
/// Hours, cases or citizens: a decimal below 10.
std::string flow_number(double value, Language language);
double there_of(const PoolLoad& pool);
double there_of(const MeetingLoad& meeting);

}  // namespace sagsflow
