#include <array>

#include "models/process/language_keys.h"

namespace sagsflow {
namespace {

// clang-format off
constexpr std::array kKeys{
    LanguageKey{"", "title", "label", "Hvad scenariet hedder.", "What the scenario is called."},
    LanguageKey{"", "note", "label", "Fri tekst til læseren.", "Free text for the reader."},
    LanguageKey{"", "use", "items text", "Filer, der lægges under denne, i rækkefølge.", "Files laid under this one, in order."},
    LanguageKey{"", "run", "table run", "Kørslens tid og gentagelser.", "The run's time and replications."},
    LanguageKey{"", "report", "table report", "Hvad resultaterne deles op efter, og hvad armene rangordnes efter.", "What results are split by, and arms ranked by."},
    LanguageKey{"", "arm", "items table arm", "En arm; den første er det, de andre sammenlignes med.", "An arm; the others are compared with the first."},
    LanguageKey{"", "trial", "table trial", "Filen er et forsøg.", "The file is a trial."},
    LanguageKey{"", "source", "each source.*", "Kilder, som tal henviser til.", "Sources that numbers refer to."},
    LanguageKey{"", "target", "each target.*", "Hvad modellen bør give ifølge kilderne.", "What the evidence says the model should give."},
    LanguageKey{"", "attribute", "each attribute.*", "Egenskaber, der trækkes ved ankomst.", "Attributes drawn at entry."},
    LanguageKey{"", "arrival", "each arrival.*", "Hvem der kommer, og hvor ofte.", "Who comes, and how often."},
    LanguageKey{"", "stock", "each stock.*", "Dagens sagsstamme, der er der fra starten.", "Today's caseload, there at the start."},
    LanguageKey{"", "status", "each status.*", "Hvad borgeren lever af.", "What the citizen lives on."},
    LanguageKey{"", "procedure", "each procedure.*", "Sagsgange: hvad medarbejdere og borgere gør.", "Procedures: what staff and citizens do."},
    LanguageKey{"", "calendar", "each calendar.*", "Åbningstider.", "Opening hours."},
    LanguageKey{"", "pool", "each pool.*", "Medarbejdere, der kan det samme.", "Staff who can do the same work."},
    LanguageKey{"", "meeting", "each meeting.*", "Møder med dagsorden.", "Meetings with an agenda."},
    LanguageKey{"", "refund", "table refund", "Statens refusion af ydelsen.", "The state's share of the benefit."},

    LanguageKey{"run", "start", "date", "Åbner vinduet, der måles i.", "Opens the window that is measured."},
    LanguageKey{"run", "warm_up", "duration", "Opvarmning før vinduet.", "Warm-up before the window.", R"("0 days")"},
    LanguageKey{"run", "length", "duration", "Vinduets længde.", "The window's length."},
    LanguageKey{"run", "run_out", "duration", "Efterløb: ankomster går videre, intet nyt måles.", "Run-out: arrivals go on, nothing new is measured.", R"("0 days")"},
    LanguageKey{"run", "replications", "whole", "Antal gentagelser.", "Number of replications.", R"(20)"},
    LanguageKey{"run", "seed", "whole", "Tilfældighedens frø.", "The seed of chance.", R"(1)"},
    LanguageKey{"run", "calendar", "name", "Hvad arbejdsdage betyder.", "What working days mean.", R"("always")"},
    LanguageKey{"run", "ages", "items duration", "Ved disse tider efter ankomst ses status og antal.", "At these times since arrival, status and counts are seen."},
    LanguageKey{"run", "precision", "map percent", "Gentagelser tilføjes, til forskellen er så sikker: mål = andel af niveauet.", "Replications are added until the difference is this certain: measure = share of the level."},
    LanguageKey{"run", "most_replications", "whole", "Højst så mange gentagelser med precision.", "At most so many replications with precision.", R"(1000)"},

    LanguageKey{"report", "by", "name / items name", "Egenskaber, hvert mål deles op efter.", "Attributes that every measure is split by."},
    LanguageKey{"report", "periods", "word none month quarter year", "Perioder, hvert mål deles op i.", "Periods that every measure is split into.", R"("none")"},
    LanguageKey{"report", "ranking", "items table report.ranking", "Armene i rækkefølge efter, hvad de ændrer.", "The arms in order of what they change."},
    LanguageKey{"report.ranking", "label", "label", "Rangordningens navn, uden enhed.", "The ranking's name, without its unit."},
    LanguageKey{"report.ranking", "measure", "text / items text", "\"OBJEKT.MÅL\", evt. med statistik; flere lægges sammen.", "\"OBJECT.MEASURE\", with a statistic if not the usual; several are added up."},
    LanguageKey{"report.ranking", "good", "word less more", "Om lidt eller meget er bedst.", "Whether less or more is better.", R"("less")"},

    LanguageKey{"arm", "name", "text", "Armens navn.", "The arm's name."},
    LanguageKey{"arm", "label", "label", "Armens navn til læseren.", "The arm's name for readers."},
    LanguageKey{"arm", "trials", "items trial_use", "Forsøg, der lægges over loven, i rækkefølge.", "Trials laid over the law, in order."},
    LanguageKey{"arm", "last_wins", "boolean", "Et senere forsøg må ændre, hvad et tidligere har sat.", "A later trial may change what an earlier one set.", R"(false)"},
    LanguageKey{"arm.trials", "file", "text", "Forsøgets fil.", "The trial's file."},
    LanguageKey{"arm.trials", "from", "date", "Gælder fra denne dato.", "In force from this date."},
    LanguageKey{"arm.trials", "when", "condition", "Gælder for disse borgere.", "In force for these citizens."},

    LanguageKey{"trial", "id", "text", "Forsøgets kendingsnavn.", "The trial's identifier."},
    LanguageKey{"trial", "title", "label", "Forsøgets titel.", "The trial's title."},
    LanguageKey{"trial", "relaxes", "text / items text", "Regler, der fraviges.", "Rules that are relaxed."},
    LanguageKey{"trial", "places", "text / items text", "Kommuner i forsøget; til orientering.", "Municipalities of the trial; documentation."},
    LanguageKey{"trial", "period", "items date / items text", "Forsøgets fra og til.", "The trial's from and to."},
    LanguageKey{"trial", "source", "name / items name", "Forsøgets kilder.", "The trial's sources."},
    LanguageKey{"trial", "remove", "items text", "Stier, der fjernes fra loven.", "Paths that are removed from the law."},

    LanguageKey{"source.*", "title", "text", "Kildens titel.", "The source's title."},
    LanguageKey{"source.*", "file", "text", "Kildens fil.", "The source's file."},
    LanguageKey{"source.*", "date", "date / text / whole", "Kildens dato.", "The source's date."},
    LanguageKey{"source.*", "address", "text", "Hvor kilden findes.", "Where the source is found."},

    LanguageKey{"target.*", "label", "label", "Målets navn.", "The target's name."},
    LanguageKey{"target.*", "title", "label", "Målets navn.", "The target's name."},
    LanguageKey{"target.*", "of", "text", "Objektet: \"procedure.P.step.S\", \"pool.X\", \"total\".", "The object: \"procedure.P.step.S\", \"pool.X\", \"total\"."},
    LanguageKey{"target.*", "measure", "text", "Målet, evt. med statistik: \"wait:p90\".", "The measure, with a statistic if not the usual: \"wait:p90\"."},
    LanguageKey{"target.*", "arm", "text", "Armen, hvis niveau det er.", "The arm whose level it is."},
    LanguageKey{"target.*", "arms", "items text", "To arme: den anden minus den første.", "Two arms: the second less the first."},
    LanguageKey{"target.*", "per", "text", "\"year\", eller det, der deles med: \"OBJEKT MÅL\".", "\"year\", or what it is divided by: \"OBJECT MEASURE\"."},
    LanguageKey{"target.*", "group", "text", "En gruppe: \"kommune=Aalborg\".", "A group: \"kommune=Aalborg\"."},
    LanguageKey{"target.*", "value", "number", "Den ventede værdi.", "The value expected."},
    LanguageKey{"target.*", "within", "number", "Så langt fra værdien er i orden.", "So far from the value is in order."},
    LanguageKey{"target.*", "below", "number", "Højst dette.", "At most this."},
    LanguageKey{"target.*", "above", "number", "Mindst dette.", "At least this."},
    LanguageKey{"target.*", "sign", "word + - 0", "Forskellens fortegn.", "The sign of the difference."},
    LanguageKey{"target.*", "kind", "word soft hard mechanical", "Hvor bindende målet er.", "How binding the target is.", R"("soft")"},
    LanguageKey{"target.*", "source", "name", "Kilden.", "The source."},
    LanguageKey{"target.*", "quote", "text", "Kildens ord.", "The source's words."},
    LanguageKey{"target.*", "falsification", "boolean", "En prøve, der skal udelukke en stor virkning: hele intervallet skal være inden for.", "A check that is to rule out a large effect: the whole interval must be inside.", R"(false)"},
    LanguageKey{"target.*", "assumed", "boolean", "Et skøn, ikke et tal fra kilden.", "Assumed, not from the source.", R"(false)"},
    LanguageKey{"target.*", "note", "label", "Hvorfor det rammes eller ikke.", "Why it is met or missed."},
};
// clang-format on

}  // namespace

std::span<const LanguageKey> keys_of_files() {
  return kKeys;
}

}  // namespace sagsflow
