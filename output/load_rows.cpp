#include "output/load_rows.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "output/load_phrases.h"
#include "output/number_format.h"

namespace sagsflow {
namespace {

constexpr std::size_t kLargestStatuses = 5;

/// Within half a per cent, so that rounding makes no difference between arms.
bool near_same(double one, double other) {
  return one == other || std::abs(one - other) <= 0.005 * std::max(std::abs(one), std::abs(other));
}

/// "0,84", "0,97 ~", "1,12 !"; nothing where there is no limit.
std::string load_text(double load, Language language) {
  if (!(load > 0)) return {};
  return number(load, 2, language) + (load > 1 ? " !" : load > kNearLimit ? " ~" : "");
}

double need_of(const PoolLoad& pool) {
  return pool.hours_needed;
}
double need_of(const MeetingLoad& meeting) {
  return meeting.cases;
}
/// A line of the table: its cells, the first its label.
using Row = std::vector<std::string>;

/// Writes the table of some arms beside each other, or of one after another: then only what differs.
class LoadRows {
 public:
  LoadRows(const LoadLayout& layout, Language language)
      : arms_(layout.arms),
        before_(layout.shown_before),
        language_(language),
        filling_(layout.long_run),
        table_(columns(layout.names, language)) {
    add_loads(&Expected::pools, phrases::pools_load);
    add_loads(&Expected::meetings, phrases::meetings_load);
    add_statuses(layout.everything);
    if (layout.everything) add_steps();
  }

  const TextTable& table() const { return table_; }

 private:
  static std::vector<TextTable::Column> columns(const std::vector<std::string>& names, Language language) {
    std::vector<TextTable::Column> columns{{"", Align::left},
                                           {std::string(phrases::there_is.in(language)), Align::right}};
    for (const std::string& name : names) columns.push_back({name, Align::right});
    return columns;
  }

  /// Every object that some arm has, in order.
  template <class Item>
  std::vector<Item> all_of(std::vector<Item> Expected::* items) const {
    std::vector<Item> all;
    for (const ArmLoad* arm : arms_) {
      for (const Item& item : arm->window.*items) {
        if (find_object(all, item.object) == nullptr) all.push_back(item);
      }
    }
    return all;
  }

  void section_once(Phrase title, bool& begun) {
    if (!begun) table_.section(std::string(title.in(language_)));
    begun = true;
  }

  /// Those without parts first, the others below their name.
  template <class Item>
  void add_loads(std::vector<Item> Expected::* items, Phrase title) {
    const std::vector<Item> all = all_of(items);
    bool begun = false;
    std::string above;
    for (const bool in_parts : {false, true}) {
      for (const Item& item : all) {
        if (item.object.value.empty() == in_parts) continue;
        const std::vector<Row> rows = load_rows(items, item);
        if (rows.empty()) continue;
        section_once(title, begun);
        if (in_parts && item.object.path != above) table_.heading(label_of(item.object, language_));
        above = item.object.path;
        for (const Row& row : rows) table_.row(row);
      }
    }
  }

  /// Load and growth; none where the arm shown before has the same.
  template <class Item>
  std::vector<Row> load_rows(std::vector<Item> Expected::* items, const Item& item) const {
    Row cells{item.object.value.empty() ? label_of(item.object, language_) : item.object.value,
              flow_number(there_of(item), language_)};
    Row growths{std::string(phrases::growth_of_cases.in(language_)), ""};
    bool grows = false;
    for (const ArmLoad* arm : arms_) {
      const Item* now = find_object(arm->window.*items, item.object);
      const Item* then = find_object(arm->long_run.*items, item.object);
      const auto growth = [&](const Item* of) {
        return of != nullptr && of->growth() > 0 ? flow_number(of->growth(), language_) : std::string();
      };
      cells.push_back(load_cell(now, then));
      growths.push_back("\t" + growth(now) + (filling_ ? '\t' + growth(then) : ""));
      grows = grows || !growth(now).empty() || (filling_ && !growth(then).empty());
    }
    if (before_ != nullptr) {
      const Item* now = find_object(before_->window.*items, item.object);
      const Item* then = find_object(before_->long_run.*items, item.object);
      const Item* mine = find_object(arms_.back()->window.*items, item.object);
      const Item* later = find_object(arms_.back()->long_run.*items, item.object);
      if (now != nullptr && mine != nullptr && there_of(*now) == there_of(*mine) && shows_same(*now, *mine) &&
          shows_same(*then, *later)) {
        return {};
      }
    }
    std::vector<Row> rows{std::move(cells)};
    if (grows) rows.push_back(std::move(growths));
    return rows;
  }

  /// Where there is no limit, the need counts.
  template <class Item>
  bool shows_same(const Item& one, const Item& other) const {
    if (!(one.load() > 0)) return near_same(need_of(one), need_of(other));
    return load_text(one.load(), language_) == load_text(other.load(), language_);
  }

  /// Need, load in the window, load in the long run.
  template <class Item>
  std::string load_cell(const Item* now, const Item* then) const {
    if (now == nullptr || then == nullptr) return std::string(kNoValue);
    return flow_number(need_of(*now), language_) + '\t' + load_text(now->load(), language_) +
           (filling_ ? '\t' + load_text(then->load(), language_) : "");
  }

  /// The largest of the first arm, or all in order.
  std::vector<StatusFlow> statuses(bool everything) const {
    std::vector<StatusFlow> all = all_of(&Expected::statuses);
    std::erase_if(all,
                  [](const StatusFlow& status) { return status.final || !(status.entries > 0 || status.stock > 0); });
    if (everything || all.size() <= kLargestStatuses) return all;
    std::ranges::stable_sort(all, std::ranges::greater{}, &StatusFlow::stock);
    all.resize(kLargestStatuses);
    return all;
  }

  void add_statuses(bool everything) {
    bool begun = false;
    const std::vector<StatusFlow> shown = statuses(everything);
    const bool all_shown = everything || shown.size() < kLargestStatuses;
    for (const StatusFlow& status : shown) {
      const std::vector<Row> rows{
          flow_row(&Expected::statuses, status, label_of(status.object, language_), &StatusFlow::stock),
          flow_row(&Expected::statuses, status, std::string(phrases::entries_below.in(language_)),
                   &StatusFlow::entries),
          flow_row(&Expected::statuses, status, std::string(phrases::days_below.in(language_)), &StatusFlow::days)};
      if (std::ranges::all_of(rows, &Row::empty)) continue;
      section_once(all_shown ? phrases::all_statuses : phrases::largest_statuses, begun);
      for (std::size_t r = 0; r < rows.size(); ++r) {
        if (!rows[r].empty()) {
          table_.row(rows[r]);
        } else if (r == 0) {
          table_.row({label_of(status.object, language_)});
        }
      }
    }
  }

  void add_steps() {
    bool begun = false;
    std::string above;
    for (const StepFlow& step : all_of(&Expected::steps)) {
      const Row row = flow_row(&Expected::steps, step, label_of(step.object, language_), &StepFlow::entries);
      if (row.empty()) continue;
      section_once(phrases::steps_flow, begun);
      if (step.procedure.path != above) table_.heading(label_of(step.procedure, language_));
      above = step.procedure.path;
      table_.row(row);
    }
  }

  /// Empty where the arm shown before has the same.
  template <class Item>
  Row flow_row(std::vector<Item> Expected::* items, const Item& item, const std::string& label,
               double Item::* of) const {
    const auto cell = [&](const ArmLoad& arm) {
      const auto text = [&](const Item* flow) {
        if (flow == nullptr) return std::string(kNoValue);
        if (std::isinf(flow->*of)) return std::string(phrases::without_end.in(language_));
        return flow_number(flow->*of, language_);
      };
      const std::string now = text(find_object(arm.window.*items, item.object));
      return filling_ ? now + "\t\t" + text(find_object(arm.long_run.*items, item.object)) : now + '\t';
    };
    Row cells{label, ""};
    for (const ArmLoad* arm : arms_) cells.push_back(cell(*arm));
    if (before_ != nullptr) {
      const auto same = [&](const Expected& one, const Expected& other) {
        const Item* first = find_object(one.*items, item.object);
        const Item* second = find_object(other.*items, item.object);
        return first != nullptr && second != nullptr && near_same(first->*of, second->*of);
      };
      const ArmLoad& arm = *arms_.back();
      if (same(before_->window, arm.window) && same(before_->long_run, arm.long_run)) return {};
    }
    return cells;
  }

  std::vector<const ArmLoad*> arms_;
  const ArmLoad* before_;
  Language language_;
  bool filling_;
  TextTable table_;
};

}  // namespace

const std::string& label_of(const LoadedObject& object, Language language) {
  return language == Language::danish ? object.label_da : object.label_en;
}

std::string flow_number(double value, Language language) {
  if (std::isinf(value)) return std::string(phrases::no_limit.in(language));
  return number(value, std::abs(value) >= 10 || value == 0 ? 0 : 1, language);
}

double there_of(const PoolLoad& pool) {
  return pool.hours_there;
}
double there_of(const MeetingLoad& meeting) {
  return meeting.places;
}

TextTable load_table(const LoadLayout& layout, Language language) {
  return LoadRows(layout, language).table();
}

}  // namespace sagsflow
