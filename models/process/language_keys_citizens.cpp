#include <array>

#include "models/process/language_keys.h"

namespace sagsflow {
namespace {

// clang-format off
constexpr std::array kKeys{
    LanguageKey{"attribute.*", "label", "label", "Egenskabens navn til læseren.", "The attribute's name for readers."},
    LanguageKey{"attribute.*", "values", "by shares", "Værdierne og deres andele, der giver 1.", "The values and their shares, which sum to 1."},

    LanguageKey{"arrival.*", "label", "label", "Ankomstens navn til læseren.", "The arrival's name for readers."},
    LanguageKey{"arrival.*", "status", "by shares", "Status, de kommer ind i.", "The status they enter."},
    LanguageKey{"arrival.*", "rate", "rate", "Så mange i tiden, tilfældigt fordelt (Poisson).", "So many per time, at random (Poisson)."},
    LanguageKey{"arrival.*", "every", "law", "Tid mellem ankomster, i stedet for rate.", "Time between arrivals, instead of rate."},
    LanguageKey{"arrival.*", "season", "table season", "Månedernes faktorer på rate.", "The months' factors on rate."},
    LanguageKey{"arrival.*", "batch", "whole / table arrival.*.batch", "Så mange kommer sammen.", "So many come together.", R"(1)"},
    LanguageKey{"arrival.*", "set", "assignments", "Egenskaber og mærker, der sættes ved ankomst.", "Attributes and flags set at entry."},
    LanguageKey{"arrival.*.batch", "geometric", "number", "Geometrisk fordelt fra 1 med dette gennemsnit.", "Geometric from 1 with this mean."},

    LanguageKey{"stock.*", "status", "name", "Deres status.", "Their status."},
    LanguageKey{"stock.*", "count", "whole", "Hvor mange.", "How many."},
    LanguageKey{"stock.*", "elapsed", "law", "Hvor længe de har haft den.", "How long they have had it."},
    LanguageKey{"stock.*", "at", "table stock.*.at", "Hvor de er i en sagsgang.", "Where they are in a procedure."},
    LanguageKey{"stock.*", "set", "assignments", "Egenskaber og mærker, de har.", "Attributes and flags they have."},
    LanguageKey{"stock.*.at", "procedure", "name", "Sagsgangen.", "The procedure."},
    LanguageKey{"stock.*.at", "step", "name", "Trinnet.", "The step."},
    LanguageKey{"stock.*.at", "waited", "law", "Hvor længe de har ventet der.", "How long they have waited there."},

    LanguageKey{"status.*", "label", "label", "Statussens navn til læseren.", "The status's name for readers."},
    LanguageKey{"status.*", "final", "boolean", "Borgeren forlader systemet.", "The citizen leaves the system.", R"(false)"},
    LanguageKey{"status.*", "benefit", "by money_rate", "Ydelsen.", "The benefit."},
    LanguageKey{"status.*", "on_enter", "by name / items by name", "Sagsgange, der begynder ved indgangen.", "Procedures that start on entering."},
    LanguageKey{"status.*", "exit", "each status.*.exit.*", "Veje ud; den tidligste vinder.", "Ways out; the earliest wins."},
    LanguageKey{"status.*", "duty", "each status.*.duty.*", "Lovens pligter med en kadence.", "Statutory duties with a cadence."},

    LanguageKey{"status.*.exit.*", "label", "label", "Afgangens navn til læseren.", "The exit's name for readers."},
    LanguageKey{"status.*.exit.*", "to", "by shares", "Den næste status, eller andele.", "The next status, or shares."},
    LanguageKey{"status.*.exit.*", "after", "by clock", "Efter hvor lang tid.", "After how long."},
    LanguageKey{"status.*.exit.*", "when", "condition", "Uret går kun, mens det gælder.", "The clock runs only while it holds."},
    LanguageKey{"status.*.exit.*", "speed", "map number", "Urets fart, mens mærket er sat.", "The clock's speed while the flag is up."},
    LanguageKey{"status.*.exit.*", "set", "assignments", "Hvad afgangen sætter.", "What the exit sets."},
    LanguageKey{"status.*.exit.*", "law", "text", "Hjemlen.", "The legal basis."},

    LanguageKey{"status.*.duty.*", "label", "label", "Pligtens navn til læseren.", "The duty's name for readers."},
    LanguageKey{"status.*.duty.*", "procedure", "by name", "Sagsgangen, der opfylder den.", "The procedure that holds it."},
    LanguageKey{"status.*.duty.*", "first", "by clock", "Første frist, fra indgangen.", "First due, from entry."},
    LanguageKey{"status.*.duty.*", "every", "by clock", "Tid mellem fristerne.", "Time between due times."},
    LanguageKey{"status.*.duty.*", "counted", "word held due", "Næste frist regnes fra afholdt eller fra frist.", "Next due from when held, or from when due.", R"("held")"},
    LanguageKey{"status.*.duty.*", "ahead", "by length", "Sagsgangen begynder så længe før fristen.", "Its procedure starts this long before it is due.", R"("0 days")"},
    LanguageKey{"status.*.duty.*", "deadline", "by length", "For sent, når den ikke er afholdt så længe efter fristen.", "Late when not held this long after due.", R"("0 days")"},
    LanguageKey{"status.*.duty.*", "times", "by whole", "Så mange gange.", "So many times."},
    LanguageKey{"status.*.duty.*", "until", "by length", "Til så længe efter indgangen.", "Until this long after entry."},
    LanguageKey{"status.*.duty.*", "series", "word restart / table status.*.duty.*.series", "Om rækken går videre, når borgeren kommer igen.", "Whether the series goes on when the citizen comes back.", R"("restart")"},
    LanguageKey{"status.*.duty.*", "when", "condition", "Pligten gælder kun, mens det gælder.", "The duty holds only while this does."},
    LanguageKey{"status.*.duty.*", "law", "text", "Hjemlen.", "The legal basis."},
    LanguageKey{"status.*.duty.*.series", "continue", "by length", "Tilbage inden for dette: rækken går videre.", "Back within this: the series goes on."},

    LanguageKey{"refund", "after", "map share", "Statens andel efter så lang tid på ydelse: \"4 weeks\" = 0.4.", "The state's share after so long on benefit: \"4 weeks\" = 0.4."},
    LanguageKey{"refund", "within", "duration", "Ugerne tælles inden for dette.", "Weeks count within this span."},
};
// clang-format on

}  // namespace

std::span<const LanguageKey> keys_of_citizens() {
  return kKeys;
}

}  // namespace sagsflow
