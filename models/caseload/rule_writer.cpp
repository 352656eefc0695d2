#include "models/caseload/rule_writer.h"

#include <algorithm>

#include "sim/random/chance.h"

namespace sagsflow {
namespace {

template <class List>
std::uint32_t size_of(const List& list) {
  return static_cast<std::uint32_t>(list.size());
}

template <class T>
Pick append(std::vector<T>& list, T item) {
  list.push_back(std::move(item));
  return static_cast<Pick>(list.size() - 1);
}

}  // namespace

template <class T, class Leaf>
Pick RuleWriter::choice(const Choice<T>& choice, Leaf leaf) {
  if (choice.is_value()) return leaf(choice.value.value);
  const std::uint32_t trait = catalogue.trait(choice.by);
  const auto& values = catalogue.traits[trait].values;
  const Pick otherwise = choice.otherwise ? this->choice(*choice.otherwise, leaf) : kNoPick;
  std::vector<Pick> picks(values.size(), otherwise);
  for (const auto& [value, inner] : choice.cases) {
    picks[catalogue.trait_value(trait, value)] = this->choice(inner, leaf);
  }
  const Chooser chooser{static_cast<std::uint16_t>(trait), static_cast<std::uint8_t>(values.size() - 1),
                        size_of(rules.choices)};
  rules.choices.insert(rules.choices.end(), picks.begin(), picks.end());
  rules.choosers.push_back(chooser);
  return -1 - static_cast<Pick>(rules.choosers.size());
}

Pick RuleWriter::duration(const Choice<DurationLaw>& law) {
  return choice(law, [&](const DurationLaw& leaf) { return static_cast<Pick>(rules.durations.add(leaf)); });
}

Pick RuleWriter::clock(const Choice<Clock>& clock) {
  return choice(clock, [&](const Clock& leaf) {
    const DurationTable::Id law = rules.durations.add(leaf.law);
    if (!leaf.accumulated) return static_cast<Pick>(law);
    Accumulation accumulation{law, leaf.within.value_or(kNever), {}};
    for (const std::string& name : leaf.of) {
      accumulation.of.push_back(static_cast<std::uint16_t>(catalogue.status(name)));
    }
    return kAccumulated + append(rules.accumulations, std::move(accumulation));
  });
}

Pick RuleWriter::length(const Choice<Length>& length) {
  return choice(length,
                [&](const Length& leaf) { return append(rules.lengths, LengthRule{leaf.span, leaf.working_days}); });
}

Pick RuleWriter::number(const Choice<double>& number) {
  return choice(number, [&](double leaf) { return append(rules.numbers, leaf); });
}

Pick RuleWriter::money(const Choice<Money>& money) {
  return choice(money, [&](const Money& leaf) { return append(rules.numbers, leaf.dkk); });
}

Pick RuleWriter::money_rate(const Choice<MoneyRate>& rate) {
  return choice(rate, [&](const MoneyRate& leaf) {
    return append(rules.numbers, leaf.dkk / static_cast<double>(leaf.per.count()));
  });
}

Pick RuleWriter::pool(const Choice<std::string>& name) {
  return choice(name, [&](const std::string& leaf) { return static_cast<Pick>(catalogue.pool(leaf)); });
}

Pick RuleWriter::meeting(const Choice<std::string>& name) {
  return choice(name, [&](const std::string& leaf) { return static_cast<Pick>(catalogue.meeting(leaf)); });
}

Pick RuleWriter::procedure(const Choice<std::string>& name) {
  return choice(name, [&](const std::string& leaf) { return static_cast<Pick>(catalogue.procedure(leaf)); });
}

Pick RuleWriter::first_step(std::uint32_t procedure, const Choice<std::string>& name) {
  return choice(name, [&](const std::string& leaf) { return static_cast<Pick>(catalogue.step(procedure, leaf)); });
}

Pick RuleWriter::statuses(const Choice<Shares>& shares) {
  return choice(shares, [&](const Shares& leaf) {
    const Slice slice{rules.targets.size(), size_of(leaf)};
    for (const Share& share : leaf) {
      const std::uint32_t status = catalogue.status(share.target);
      rules.targets.add(status, share.share, catalogue.statuses[status].key);
    }
    return append(rules.branches, slice);
  });
}

Pick RuleWriter::steps(std::uint32_t procedure, const Choice<Shares>& shares, const Catalogue::Step* counted) {
  return choice(shares, [&](const Shares& leaf) {
    const Slice slice{rules.targets.size(), size_of(leaf)};
    for (const Share& share : leaf) {
      const bool ends = share.target == "end";
      const std::uint32_t step = ends ? kEnd : catalogue.step(procedure, share.target);
      std::uint32_t way = 0;
      if (counted != nullptr) {
        const auto at = std::ranges::lower_bound(counted->ways, share.target);
        way = counted->way_counters.first + static_cast<std::uint32_t>(at - counted->ways.begin());
      }
      rules.targets.add(step, share.share, ends ? place_key("end") : catalogue.steps[step].key, way);
    }
    return append(rules.branches, slice);
  });
}

Pick RuleWriter::trait_values(std::uint32_t trait, const Choice<Shares>& shares) {
  return choice(shares, [&](const Shares& leaf) {
    const Slice slice{rules.targets.size(), size_of(leaf)};
    for (const Share& share : leaf) {
      const std::uint8_t value = catalogue.trait_value(trait, share.target);
      rules.targets.add(value, share.share, catalogue.traits[trait].value_keys[value]);
    }
    return append(rules.branches, slice);
  });
}

Slice RuleWriter::starts(const std::vector<Choice<std::string>>& procedures) {
  std::vector<Pick> picks;
  for (const auto& name : procedures) picks.push_back(procedure(name));
  const Slice slice{size_of(rules.starts), size_of(picks)};
  rules.starts.insert(rules.starts.end(), picks.begin(), picks.end());
  return slice;
}

Slice RuleWriter::condition(const Condition& condition) {
  const Slice slice{size_of(rules.tests), size_of(condition)};
  for (const Clause& clause : condition) {
    Test test{};
    const std::uint32_t trait = catalogue.trait(clause.trait);
    test.trait = static_cast<std::uint16_t>(trait);
    test.last = static_cast<std::uint8_t>(catalogue.traits[trait].values.size() - 1);
    for (const std::string& value : clause.values) {
      const std::uint8_t bit = catalogue.trait_value(trait, value);
      test.values[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    rules.tests.push_back(test);
  }
  return slice;
}

Slice RuleWriter::assignments(const std::vector<Assignment>& assignments) {
  const Slice slice{size_of(rules.sets), size_of(assignments)};
  for (const Assignment& assignment : assignments) {
    const std::uint32_t trait = catalogue.trait(assignment.trait);
    rules.sets.push_back({static_cast<std::uint16_t>(trait), catalogue.trait_value(trait, assignment.value)});
  }
  return slice;
}

}  // namespace sagsflow
