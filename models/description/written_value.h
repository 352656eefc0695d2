#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sagsflow {

/// A thing of the rules for people: its path ("procedure.jaf.step.plan") and its label, in either language the name
/// where there is none. Without a path: nothing.
struct Named {
  std::string path;
  std::string da, en;
};

/// What a value is, as far as a reader wants to know.
enum class ValueKind {
  number,
  share,
  duration,
  rate,
  money,
  money_rate,
  boolean,
  date,
  label,  ///< words in both languages
  text,   ///< free words
  name,   ///< names something else of the rules
  list
};

/// A value of the rules, as a person wrote it.
struct WrittenValue {
  std::string path;    ///< "procedure.jaf.step.visitation.next.plan"
  std::string object;  ///< what it belongs to: "procedure.jaf.step.visitation"
  std::string text;    ///< "0.8", "45 min", "lognormal 60 days, sd 30 days"
  ValueKind kind = ValueKind::text;
  Named names;   ///< what `text` names
  Named target;  ///< what the last part of the path names: the step of a share
  std::string low, high, source, quote, note;
  std::string source_title;  ///< of `source`, or empty
  bool assumed = false;
  std::string calibrated;  ///< "FILE TARGET" that it was chosen for, or empty
  std::string file;
  std::uint32_t line = 0;
  std::string trial;  ///< the id of the trial that set it; empty: the law, the place or the scenario
};

}  // namespace sagsflow
