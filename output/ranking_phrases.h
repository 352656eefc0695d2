#pragma once

#include "output/language.h"

/// The phrases of the rankings, in both languages. "{}" is filled in by fmt.
namespace sagsflow::phrases {

inline constexpr Phrase hours_a_year{"timer/år", "hours/year"};
inline constexpr Phrase hours{"timer", "hours"};
inline constexpr Phrase days_a_year{"dage/år", "days/year"};
inline constexpr Phrase days{"dage", "days"};
inline constexpr Phrase thousands_of_kroner_a_year{"1.000 kr./år", "DKK 1,000/year"};
inline constexpr Phrase thousands_of_kroner{"1.000 kr.", "DKK 1,000"};
inline constexpr Phrase percentage_points{"procentpoint", "percentage points"};
inline constexpr Phrase number_a_year{"antal/år", "number/year"};
inline constexpr Phrase number_of{"antal", "number"};
inline constexpr Phrase everyone_there{"I alt", "In total"};
inline constexpr Phrase ranking_legend{
    "{} gentagelser; forskellen fra {}. ± holder for alle {} forsøg på én gang (95\u00a0%); ?\u00a0= uafklaret, "
    "intervallet dækker 0. I parentes pladsen: (2–4), når forsøget ikke kan skilles fra dem på 2. til 4. plads.",
    "{} replications; the difference from {}. ± holds for all {} trials at once (95%); ?\u00a0= not clear, the "
    "interval "
    "covers 0. In parentheses the place: (2–4) where the trial cannot be told from those in places 2 to 4."};
inline constexpr Phrase tables_elsewhere{
    "Tabellerne er for mange til at vise her; med -o MAPPE står alle forskelle i differences.csv og alle pladser i "
    "ranking.csv.",
    "The tables are too many to show here; with -o DIR all differences are in differences.csv and all places in "
    "ranking.csv."};
inline constexpr Phrase best_title{"De bedste: {}", "The best: {}"};
inline constexpr Phrase not_ranked{
    "{}: ikke rangordnet, for resultaterne har ikke {} (eller delene har ikke samme enhed).",
    "{}: not ranked, for the results do not have {} (or its parts differ in unit)."};

}  // namespace sagsflow::phrases
