#include <array>

#include "models/process/language_keys.h"

namespace sagsflow {
namespace {

// clang-format off
constexpr std::array kKeys{
    LanguageKey{"label", "da", "text", "På dansk.", "In Danish."},
    LanguageKey{"label", "en", "text", "På engelsk.", "In English."},

    LanguageKey{"quantity", "value", "", "Værdien.", "The value."},
    LanguageKey{"quantity", "low", "", "Mindste rimelige værdi.", "The least reasonable value."},
    LanguageKey{"quantity", "high", "", "Største rimelige værdi.", "The largest reasonable value."},
    LanguageKey{"quantity", "source", "name", "Kilden: [source.ID].", "The source: [source.ID]."},
    LanguageKey{"quantity", "quote", "text", "Kildens ord.", "The source's words."},
    LanguageKey{"quantity", "note", "text", "En bemærkning.", "A remark."},
    LanguageKey{"quantity", "assumed", "boolean", "Et skøn.", "Assumed.", R"(false)"},
    LanguageKey{"quantity", "calibrated", "text", "Scenariet og det mål, værdien er valgt efter.", "The scenario and its target that the value was chosen for."},

    LanguageKey{"cited", "value", "", "Værdien.", "The value."},
    LanguageKey{"cited", "source", "name", "Kilden: [source.ID].", "The source: [source.ID]."},
    LanguageKey{"cited", "quote", "text", "Kildens ord.", "The source's words."},
    LanguageKey{"cited", "note", "text", "En bemærkning.", "A remark."},
    LanguageKey{"cited", "assumed", "boolean", "Et skøn.", "Assumed.", R"(false)"},
    LanguageKey{"cited", "calibrated", "text", "Scenariet og det mål, værdien er valgt efter.", "The scenario and its target that the value was chosen for."},

    LanguageKey{"choice", "by", "text", "Egenskaben eller mærket, der vælges efter.", "The attribute or flag that decides."},
    LanguageKey{"choice", "else", "", "For de værdier, der ikke er nævnt.", "For the values not named."},

    LanguageKey{"clock", "accumulated", "law", "Tid, der lægges sammen over forløb.", "Time that adds up over spells."},
    LanguageKey{"clock", "within", "duration", "Kun tid inden for dette.", "Only time within this."},
    LanguageKey{"clock", "of", "name / items name", "Statusser, hvis tid tæller.", "Statuses whose time counts."},

    LanguageKey{"distribution", "exponential", "duration", "Eksponentiel med dette gennemsnit.", "Exponential with this mean."},
    LanguageKey{"distribution", "lognormal", "duration", "Lognormal med dette gennemsnit; sd.", "Lognormal with this mean; sd."},
    LanguageKey{"distribution", "gamma", "duration", "Gamma med dette gennemsnit; sd.", "Gamma with this mean; sd."},
    LanguageKey{"distribution", "erlang", "duration", "Erlang med dette gennemsnit; k trin.", "Erlang with this mean; k stages."},
    LanguageKey{"distribution", "weibull", "duration", "Weibull med dette gennemsnit; shape.", "Weibull with this mean; shape."},
    LanguageKey{"distribution", "uniform", "spans", "Ligeligt mellem to.", "Evenly between two."},
    LanguageKey{"distribution", "triangular", "spans", "Trekant: mindst, oftest, størst.", "Triangular: least, mode, most."},
    LanguageKey{"distribution", "empirical", "spans", "En af disse; weights.", "One of these; weights."},
    LanguageKey{"distribution", "mixture", "parts", "En af flere fordelinger.", "One of several distributions."},
    LanguageKey{"distribution", "sd", "duration", "Standardafvigelsen.", "The standard deviation."},
    LanguageKey{"distribution", "k", "whole", "Antal trin.", "The number of stages."},
    LanguageKey{"distribution", "shape", "number", "Formen; over 1: faren vokser.", "The shape; above 1 the hazard grows."},
    LanguageKey{"distribution", "weights", "items number", "Vægte, en for hver varighed.", "Weights, one for each duration."},
    LanguageKey{"distribution", "source", "name", "Kilden: [source.ID].", "The source: [source.ID]."},
    LanguageKey{"distribution", "quote", "text", "Kildens ord.", "The source's words."},
    LanguageKey{"distribution", "note", "text", "En bemærkning.", "A remark."},
    LanguageKey{"distribution", "assumed", "boolean", "Et skøn.", "Assumed.", R"(false)"},
    LanguageKey{"distribution", "calibrated", "text", "Scenariet og det mål, værdien er valgt efter.", "The scenario and its target that the value was chosen for."},
    LanguageKey{"part", "share", "share / word rest", "Andelen.", "The share."},
    LanguageKey{"part", "of", "law", "Fordelingen.", "The distribution."},

    LanguageKey{"season", "jan", "number", "Januar.", "January."},
    LanguageKey{"season", "feb", "number", "Februar.", "February."},
    LanguageKey{"season", "mar", "number", "Marts.", "March."},
    LanguageKey{"season", "apr", "number", "April.", "April."},
    LanguageKey{"season", "may", "number", "Maj.", "May."},
    LanguageKey{"season", "jun", "number", "Juni.", "June."},
    LanguageKey{"season", "jul", "number", "Juli.", "July."},
    LanguageKey{"season", "aug", "number", "August.", "August."},
    LanguageKey{"season", "sep", "number", "September.", "September."},
    LanguageKey{"season", "oct", "number", "Oktober.", "October."},
    LanguageKey{"season", "nov", "number", "November.", "November."},
    LanguageKey{"season", "dec", "number", "December.", "December."},
};
// clang-format on

}  // namespace

std::span<const LanguageKey> keys_of_values() {
  return kKeys;
}

}  // namespace sagsflow
