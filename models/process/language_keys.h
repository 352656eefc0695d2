#pragma once

#include <span>
#include <string_view>

namespace sagsflow {

/// A key of the language, described for editors and people. The readers decide what is read; a test holds this list
/// against what they ask for.
struct LanguageKey {
  std::string_view table;  ///< where it stands, "*" for free names: "status.*.exit.*"; "" is the file; or a value's
                           ///< shape: "quantity", "choice", "distribution", "clock", "part", "cited", "label", "season"
  std::string_view key;
  /// What it takes. Alternatives are parted by " / ". `by X`: X, or a choice of them; `items X`: an array; `map X`: a
  /// table with free names; `each T`, `table T`: tables with the keys of T, the first under free names; `word a b`: one
  /// of these words; else a kind of value: text label boolean date whole number share percent duration length law clock
  /// rate money money_rate name shares condition assignments opening spans parts trial_use.
  std::string_view type;
  std::string_view da, en;
  std::string_view fallback = {};  ///< what it is where absent, as JSON; empty where that is nothing
};

// Each in the order that people write them.
std::span<const LanguageKey> keys_of_files();       ///< the file, [run], [report], [[arm]], [source], [target], [trial]
std::span<const LanguageKey> keys_of_citizens();    ///< [attribute], [arrival], [stock], [status], [refund]
std::span<const LanguageKey> keys_of_procedures();  ///< [procedure] and what its steps need of capacity
std::span<const LanguageKey> keys_of_values();      ///< long forms, choices, distributions

}  // namespace sagsflow
