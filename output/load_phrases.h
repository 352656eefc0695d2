#pragma once

#include "models/results/load.h"
#include "output/language.h"

/// The words for what is expected before a run.
namespace sagsflow::phrases {

inline constexpr Phrase expected_title{
    "Forventet før kørslen, om året, uden køer og tilfældigheder: det, reglerne fører til.",
    "Expected before the run, a year, without queues and chance: what the rules lead to."};
inline constexpr Phrase pools_load{"Puljer: timers sagsbehandling", "Pools: hours of casework"};
inline constexpr Phrase meetings_load{"Møder: sager", "Meetings: cases"};
inline constexpr Phrase there_is{"Der er", "There is"};
inline constexpr Phrase load_legend{"Under hver arm: behov og belastning (behov / der er).",
                                    "Below each arm: need and load (need / there is)."};
inline constexpr Phrase load_legend_window{
    "Under hver arm: behov og belastning (behov / der er) i kørslens vindue, så belastningen på langt sigt.",
    "Below each arm: need and load (need / there is) in the run's window, then the load in the long run."};
inline constexpr Phrase over_limit_legend{"! over 1: køen vokser uden ende.",
                                          "! above 1: the queue grows without end."};
inline constexpr Phrase near_limit_legend{"~ over 0,95: tæt på grænsen.", "~ above 0.95: close to the limit."};
inline constexpr Phrase no_limit{"ubegrænset", "no limit"};
inline constexpr Phrase growth_of_cases{"  køen vokser, sager om året", "  the queue grows, cases a year"};
inline constexpr Phrase largest_statuses{"Borgere i de fem største statusser", "Citizens in the five largest statuses"};
inline constexpr Phrase all_statuses{"Borgere i hver status", "Citizens in each status"};
inline constexpr Phrase entries_below{"  nye om året", "  entries a year"};
inline constexpr Phrase days_below{"  dage pr. forløb", "  days a stay"};
inline constexpr Phrase without_end{"uden ende", "without end"};
inline constexpr Phrase steps_flow{"Sager om året gennem hvert trin", "Cases a year through each step"};
inline constexpr Phrase not_balanced{
    "{}: på langt sigt ingen ligevægt: der kommer flere til, end der går fra. Ingen tal for langt sigt.",
    "{}: no balance in the long run: more come than leave. No numbers for the long run."};
inline constexpr Phrase overload_warning{"advarsel: {}: belastning {} ({}): køen vokser uden ende, {} sager om året",
                                         "warning: {}: load {} ({}): the queue grows without end, by {} cases a year"};
inline constexpr Phrase only_other{"{}: kun det, der er anderledes end i {}", "{}: only what differs from {}"};
inline constexpr Phrase same_as{"{}: som {}", "{}: as {}"};
inline constexpr Phrase in_window{"i vinduet", "in the window"};
inline constexpr Phrase in_long_run{"på langt sigt", "in the long run"};
inline constexpr Phrase footnotes{"Tilnærmet:", "Approximate:"};

constexpr Phrase approximation(Approximation what) {
  switch (what) {
    case Approximation::mean_times:
      return {"Trin og sagsgange tager deres middeltid; ventetid i kø er ikke regnet med.",
              "Steps and procedures take their mean time; time in queues is not counted."};
    case Approximation::flags:
      return {"Flag (et trin, borgeren er i) regnes for nede: ure, der går langsommere eller kun mens de er oppe.",
              "Flags (a step the citizen is in) are taken to be down: clocks that they slow, stop or start."};
    case Approximation::changing_clocks:
      return {"Hvor en afgangs ur afhænger af noget, der ændrer sig undervejs, regnes det fra indtræden.",
              "Where an exit's clock depends on what changes during the stay, it is counted from entry."};
    case Approximation::giving_up:
      return {"Ingen opgiver at vente på arbejde eller møder.", "Nobody gives up waiting for work or meetings."};
    case Approximation::waits_for_trait:
      return {"Ventetrin, der venter på noget, som andre end sagsgangen selv bringer, varer 0.",
              "Steps that wait for what others than the procedure itself bring about take no time."};
    case Approximation::accumulated:
      return {"Optjente ure regnes fra indtræden.", "Accumulated clocks are counted from entry."};
    case Approximation::averaged:
      return {"For mange slags borgere: der er regnet med gennemsnittet over {}.",
              "Too many kinds of citizens: averaged over {}."};
    case Approximation::everything_in_force:
      return {"Forsøg med en dato regnes for at gælde fra begyndelsen.",
              "Trials with a date are taken to be in force from the beginning."};
    case Approximation::filling:
      return {"Frem til og i vinduet regnes forløb i jævne faser (dagens bestand også).",
              "Until and in the window stays are taken in even phases (today's caseload too)."};
    case Approximation::overload:
      return {"Hvad der ligger efter en pulje eller et møde over 1, får færre sager end her.",
              "What comes after a pool or meeting above 1 gets fewer cases than here."};
    case Approximation::kept_procedures:
      return {"Sagsgange, der fortsætter efter en statusændring, regnes ført til ende.",
              "Procedures that go on after a change of status are counted to their end."};
    case Approximation::held_elsewhere:
      return {"En pligt, som en anden sagsgang også opfylder, regnes startet alligevel.",
              "A duty that another procedure also meets is taken to start its own all the same."};
  }
  return {};
}

}  // namespace sagsflow::phrases
