#include "output/load_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/labels.h"
#include "output/load_phrases.h"
#include "output/load_rows.h"
#include "output/number_format.h"
#include "output/text_width.h"

namespace sagsflow {
namespace {

/// The arms as results have them, for their names.
Results named_arms(const Load& load) {
  Results results;
  for (const ArmLoad& arm : load.arms) {
    ArmInfo info;
    info.name = arm.name;
    info.label_da = arm.label_da;
    info.label_en = arm.label_en;
    results.arms.push_back(std::move(info));
  }
  return results;
}

/// What there is is the same in every arm, so that it has one column.
bool same_capacity(const Load& load) {
  const auto same = [&](auto items) {
    for (const auto& item : load.arms.front().window.*items) {
      for (const ArmLoad& arm : load.arms) {
        const auto* other = find_object(arm.window.*items, item.object);
        if (other != nullptr && there_of(*other) != there_of(item)) return false;
      }
    }
    return true;
  };
  return same(&Expected::pools) && same(&Expected::meetings);
}

/// The loads that some arm has in the window or in the long run.
template <class Test>
bool any_load(const Load& load, const Test& test) {
  const auto any = [&](const Expected& expected) {
    const auto hit = [&](const auto& part) { return test(part.load()); };
    return std::ranges::any_of(expected.pools, hit) || std::ranges::any_of(expected.meetings, hit);
  };
  return std::ranges::any_of(load.arms, [&](const ArmLoad& arm) { return any(arm.window) || any(arm.long_run); });
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string legends(const Load& load, bool filling, Language language, std::size_t width) {
  std::string text{(filling ? phrases::load_legend_window : phrases::load_legend).in(language)};
  if (any_load(load, [](double one) { return one > 1; })) {
    text += ' ' + std::string(phrases::over_limit_legend.in(language));
  }
  if (any_load(load, [](double one) { return one > kNearLimit && one <= 1; })) {
    text += ' ' + std::string(phrases::near_limit_legend.in(language));
  }
  std::string lines = lines_of(text, width);
  for (const ArmLoad& arm : load.arms) {
    if (arm.long_run.balanced) continue;
    lines += lines_of(fmt::format(fmt::runtime(phrases::not_balanced.in(language)), arm.name), width);
  }
  return lines;
}

std::string footnotes(const Load& load, Language language, std::size_t width) {
  std::vector<Approximation> all;
  std::vector<std::string> averaged;
  for (const ArmLoad& arm : load.arms) {
    all.insert(all.end(), arm.approximations.begin(), arm.approximations.end());
    if (averaged.size() < arm.averaged.size()) averaged = arm.averaged;
  }
  std::ranges::sort(all);
  const auto [first, last] = std::ranges::unique(all);
  all.erase(first, last);
  if (all.empty()) return {};
  std::string lines = '\n' + std::string(phrases::footnotes.in(language)) + '\n';
  for (const Approximation what : all) {
    const std::string text = fmt::format(fmt::runtime(phrases::approximation(what).in(language)), joined(averaged));
    bool begun = false;
    for (const std::string& line : wrapped(text, width > 2 ? width - 2 : width)) {
      lines += (begun ? "  " : "- ") + line + '\n';
      begun = true;
    }
  }
  return lines;
}

}  // namespace

std::string load_text(const Load& load, bool everything, Language language, std::size_t width) {
  if (load.arms.empty()) return {};
  const Results names = named_arms(load);
  std::vector<const ArmLoad*> arms;
  std::vector<std::string> columns;
  bool filling = false;
  for (std::size_t a = 0; a < load.arms.size(); ++a) {
    arms.push_back(&load.arms[a]);
    columns.push_back(column_name_of(names, a, language));
    filling = filling || std::ranges::count(load.arms[a].approximations, Approximation::filling) > 0;
  }
  std::string text = lines_of(phrases::expected_title.in(language), width) + column_names_text(names, language) +
                     legends(load, filling, language, width) + '\n';
  const TextTable beside = load_table({arms, columns, nullptr, filling, everything}, language);
  if (same_capacity(load) && beside.least_width() <= width) {
    return text + beside.text(width) + footnotes(load, language, width);
  }
  for (std::size_t a = 0; a < arms.size(); ++a) {
    const TextTable one =
        load_table({{arms[a]}, {columns[a]}, a > 0 ? arms[0] : nullptr, filling, everything}, language);
    if (a > 0) {
      text += '\n' +
              fmt::format(fmt::runtime((one.empty() ? phrases::same_as : phrases::only_other).in(language)), columns[a],
                          columns[0]) +
              "\n\n";
    }
    text += one.text(width);
  }
  return text + footnotes(load, language, width);
}

namespace {

/// The worst of an object's parts and arms: in the window if it is above 1 there, else in the long run.
struct Worst {
  LoadedObject object;
  std::size_t arm = 0;
  bool in_window = false;
  double load = 0, growth = 0;
};

template <class Item>
void add_worst(const std::vector<Item>& items, std::size_t arm, bool in_window, std::vector<Worst>& all) {
  for (const Item& item : items) {
    if (!(item.load() > 1)) continue;
    const Worst found{item.object, arm, in_window, item.load(), item.growth()};
    const auto same = std::ranges::find_if(all, [&](const Worst& one) { return one.object.path == item.object.path; });
    if (same == all.end()) {
      all.push_back(found);
    } else if (std::pair(found.in_window, found.load) > std::pair(same->in_window, same->load)) {
      *same = found;
    }
  }
}

}  // namespace

std::vector<std::string> load_warnings(const Load& load, Language language) {
  const Results names = named_arms(load);
  std::vector<Worst> all;
  for (const bool in_window : {true, false}) {
    for (std::size_t a = 0; a < load.arms.size(); ++a) {
      const Expected& expected = in_window ? load.arms[a].window : load.arms[a].long_run;
      add_worst(expected.pools, a, in_window, all);
      add_worst(expected.meetings, a, in_window, all);
    }
  }
  std::vector<std::string> lines;
  for (const Worst& worst : all) {
    std::vector<std::string> where;
    if (!worst.object.value.empty()) where.push_back(worst.object.value);
    if (load.arms.size() > 1) where.push_back(column_name_of(names, worst.arm, language));
    where.emplace_back((worst.in_window ? phrases::in_window : phrases::in_long_run).in(language));
    lines.push_back(fmt::format(fmt::runtime(phrases::overload_warning.in(language)), label_of(worst.object, language),
                                number(worst.load, 2, language), joined(where), flow_number(worst.growth, language)));
  }
  return lines;
}

}  // namespace sagsflow
