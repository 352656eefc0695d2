#include <array>

#include "models/process/language_keys.h"

namespace sagsflow {
namespace {

// clang-format off
constexpr std::array kKeys{
    LanguageKey{"procedure.*", "label", "label", "Sagsgangens navn til læseren.", "The procedure's name for readers."},
    LanguageKey{"procedure.*", "start", "by name", "Det første trin.", "The first step."},
    LanguageKey{"procedure.*", "keep", "boolean", "Går videre, når borgeren skifter status.", "Goes on when the citizen changes status.", R"(false)"},
    LanguageKey{"procedure.*", "law", "text", "Hjemlen.", "The legal basis."},
    LanguageKey{"procedure.*", "step", "each procedure.*.step.*", "Sagsgangens trin.", "The procedure's steps."},

    LanguageKey{"procedure.*.step.*", "label", "label", "Trinnets navn til læseren.", "The step's name for readers."},
    LanguageKey{"procedure.*.step.*", "work", "table procedure.*.step.*.work", "Arbejde i en pulje.", "Work in a pool."},
    LanguageKey{"procedure.*.step.*", "wait", "by law / table procedure.*.step.*.wait", "Ventetid, der ikke optager nogen.", "A wait that takes nobody's time."},
    LanguageKey{"procedure.*.step.*", "meeting", "by name", "Et møde, sagen skal på.", "A meeting that the case goes to."},
    LanguageKey{"procedure.*.step.*", "cause", "word document outside citizen", "Hvad der ventes på.", "What is waited for."},
    LanguageKey{"procedure.*.step.*", "deadline", "by length", "Frist, der tælles, men ikke håndhæves.", "A deadline, counted but not enforced."},
    LanguageKey{"procedure.*.step.*", "fee", "by money", "Skyldes, når trinnet begynder.", "Owed on entering."},
    LanguageKey{"procedure.*.step.*", "flag", "text", "Et mærke, der er sat, mens borgeren er i trinnet.", "A flag, up while the citizen is in the step."},
    LanguageKey{"procedure.*.step.*", "patience", "by law", "Opgiver at vente efter dette.", "Gives up waiting after this."},
    LanguageKey{"procedure.*.step.*", "gives_up", "by shares", "Næste trin for den, der opgiver.", "The next step of who gives up."},
    LanguageKey{"procedure.*.step.*", "holds", "name / items name", "Pligter, som trinnets afslutning opfylder.", "Duties that the end of the step meets."},
    LanguageKey{"procedure.*.step.*", "set", "assignments", "Hvad trinnet sætter.", "What the step sets."},
    LanguageKey{"procedure.*.step.*", "start", "by name / items by name", "Sagsgange, der begynder ved siden af.", "Procedures begun beside this one."},
    LanguageKey{"procedure.*.step.*", "again", "table procedure.*.step.*.again", "Tilbage til et trin, så mange gange.", "Back to a step, this often."},
    LanguageKey{"procedure.*.step.*", "become", "by shares", "Et skift af status.", "A change of status."},
    LanguageKey{"procedure.*.step.*", "next", "by shares", "Det næste trin, eller \"end\".", "The next step, or \"end\".", R"("end")"},
    LanguageKey{"procedure.*.step.*", "law", "text", "Hjemlen.", "The legal basis."},
    LanguageKey{"procedure.*.step.*.work", "pool", "by name", "Puljen.", "The pool."},
    LanguageKey{"procedure.*.step.*.work", "time", "by law", "Arbejdstiden, i min og h.", "Hours of casework, in min and h."},
    LanguageKey{"procedure.*.step.*.work", "priority", "by whole", "Lavere går først.", "Lower goes first."},
    LanguageKey{"procedure.*.step.*.work", "also", "name / items name", "Puljer, der arbejder med.", "Pools that work jointly."},
    LanguageKey{"procedure.*.step.*.wait", "until", "condition", "Venter, til det gælder.", "Waits until it holds."},
    LanguageKey{"procedure.*.step.*.again", "step", "name", "Trinnet.", "The step."},
    LanguageKey{"procedure.*.step.*.again", "times", "by whole", "Hvor mange gange.", "How often."},

    LanguageKey{"calendar.*", "hours", "table calendar.*.hours", "Åbningstider efter ugedag.", "Opening hours by weekday."},
    LanguageKey{"calendar.*", "holidays", "word denmark", "Danske helligdage, beregnet.", "Danish holidays, computed."},
    LanguageKey{"calendar.*", "extra", "items date", "Flere lukkedage.", "More days closed."},
    LanguageKey{"calendar.*", "season", "table season", "Andel af medarbejderne til stede, efter måned.", "Share of the staff present, by month."},
    LanguageKey{"calendar.*.hours", "mon", "opening", "Mandag: \"08:00-15:30\".", "Monday: \"08:00-15:30\"."},
    LanguageKey{"calendar.*.hours", "tue", "opening", "Tirsdag.", "Tuesday."},
    LanguageKey{"calendar.*.hours", "wed", "opening", "Onsdag.", "Wednesday."},
    LanguageKey{"calendar.*.hours", "thu", "opening", "Torsdag.", "Thursday."},
    LanguageKey{"calendar.*.hours", "fri", "opening", "Fredag.", "Friday."},
    LanguageKey{"calendar.*.hours", "sat", "opening", "Lørdag.", "Saturday."},
    LanguageKey{"calendar.*.hours", "sun", "opening", "Søndag.", "Sunday."},

    LanguageKey{"pool.*", "label", "label", "Puljens navn til læseren.", "The pool's name for readers."},
    LanguageKey{"pool.*", "staff", "word unlimited / by whole / map by whole", "Antal medarbejdere; med per et for hver værdi.", "Number of staff; with per one for each value."},
    LanguageKey{"pool.*", "calendar", "name", "Hvornår de arbejder.", "When they work."},
    LanguageKey{"pool.*", "usable", "share", "Andel af betalte timer til sagsarbejde.", "Share of paid hours for casework.", R"(1)"},
    LanguageKey{"pool.*", "absence", "share", "Fravær.", "Absence.", R"(0)"},
    LanguageKey{"pool.*", "cost", "money_rate", "Hvad en time koster.", "What an hour costs."},
    LanguageKey{"pool.*", "outside", "boolean", "Ikke kommunens egne timer.", "Not the municipality's own hours.", R"(false)"},
    LanguageKey{"pool.*", "order", "word fifo priority deadline", "Hvem der tages først.", "Who is taken first.", R"("fifo")"},
    LanguageKey{"pool.*", "per", "name", "En pulje for hver værdi af denne egenskab.", "A pool for each value of this attribute."},

    LanguageKey{"meeting.*", "label", "label", "Mødets navn til læseren.", "The meeting's name for readers."},
    LanguageKey{"meeting.*", "every", "by length", "Tid mellem møderne.", "Time between sessions."},
    LanguageKey{"meeting.*", "sessions", "by rate", "Møder i tiden, i stedet for every.", "Sessions per time, instead of every."},
    LanguageKey{"meeting.*", "agenda", "by whole", "Højst så mange sager på et møde.", "At most so many cases a session."},
    LanguageKey{"meeting.*", "per_case", "map duration", "Puljernes tid til hver sag.", "The pools' time for each case."},
    LanguageKey{"meeting.*", "per_session", "map duration", "Puljernes tid til hvert møde.", "The pools' time for each session."},
    LanguageKey{"meeting.*", "absence", "map share", "Sandsynlighed for afbud.", "Chance of being missing."},
    LanguageKey{"meeting.*", "quorum", "word all / table meeting.*.quorum", "Hvem der må mangle; ellers aflyses mødet.", "Who may be missing; else it is cancelled.", R"("all")"},
    LanguageKey{"meeting.*", "per", "name", "Et møde for hver værdi af denne egenskab.", "A meeting for each value of this attribute."},
    LanguageKey{"meeting.*", "order", "word fifo priority deadline", "Hvem der tages først.", "Who is taken first.", R"("fifo")"},
    LanguageKey{"meeting.*.quorum", "missing", "whole", "Så mange må mangle.", "So many may be missing.", R"(0)"},
    LanguageKey{"meeting.*.quorum", "always", "name / items name", "Puljer, der skal være der.", "Pools that must be there."},
};
// clang-format on

}  // namespace

std::span<const LanguageKey> keys_of_procedures() {
  return kKeys;
}

}  // namespace sagsflow
