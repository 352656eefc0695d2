#include "output/rule_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sagsflow {
namespace {

using ThingName = std::pair<std::string_view, ThingWords>;
constexpr std::array kThings{
    ThingName{"procedure", {{"sagsgang", "procedure"}, {"Som ny sagsgang indsættes", "As a new procedure, insert"}}},
    ThingName{"step", {{"trin", "step"}, {"Som nyt trin indsættes", "As a new step, insert"}}},
    ThingName{"status", {{"status", "status"}, {"Som ny status indsættes", "As a new status, insert"}}},
    ThingName{"exit", {{"afgang", "exit"}, {"Som ny afgang indsættes", "As a new exit, insert"}}},
    ThingName{"duty", {{"pligt", "duty"}, {"Som ny pligt indsættes", "As a new duty, insert"}}},
    ThingName{"pool", {{"pulje", "pool"}, {"Som ny pulje indsættes", "As a new pool, insert"}}},
    ThingName{"meeting", {{"møde", "meeting"}, {"Som nyt møde indsættes", "As a new meeting, insert"}}},
    ThingName{"calendar", {{"kalender", "calendar"}, {"Som ny kalender indsættes", "As a new calendar, insert"}}},
    ThingName{"attribute", {{"egenskab", "attribute"}, {"Som ny egenskab indsættes", "As a new attribute, insert"}}},
    ThingName{"arrival", {{"tilgang", "arrival"}, {"Som ny tilgang indsættes", "As a new arrival, insert"}}},
    ThingName{"stock", {{"bestand", "stock"}, {"Som ny bestand indsættes", "As a new stock, insert"}}},
    ThingName{"source", {{"kilde", "source"}, {"Som ny kilde indsættes", "As a new source, insert"}}},
    ThingName{"target", {{"mål", "target"}, {"Som nyt mål indsættes", "As a new target, insert"}}},
    ThingName{"refund", {{"refusionen", "the refund"}, {"Refusion indsættes", "Insert a refund"}}},
    ThingName{"run", {{"kørslen", "the run"}, {"Kørsel indsættes", "Insert a run"}}},
};

/// `thing` empty: of any.
struct KeyWords {
  std::string_view thing, keys;
  Phrase words;
};
constexpr std::array kKeys{
    KeyWords{"procedure", "start", {"første trin", "first step"}},
    KeyWords{"procedure", "keep", {"om den fortsætter i næste status", "whether it goes on in the next status"}},
    KeyWords{"step", "next", {"næste trin", "next step"}},
    KeyWords{"step", "work.pool", {"hvem der arbejder", "who works"}},
    KeyWords{"step", "work.time", {"arbejdstiden", "time of work"}},
    KeyWords{"step", "work.priority", {"forrangen i køen", "priority in the queue"}},
    KeyWords{"step", "work.also", {"hvem der også deltager", "who else works on it"}},
    KeyWords{"step", "work", {"arbejdet", "the work"}},
    KeyWords{"step", "wait.until", {"hvad der ventes på", "what is waited for"}},
    KeyWords{"step", "wait", {"ventetiden", "the wait"}},
    KeyWords{"step", "meeting", {"mødet", "the meeting"}},
    KeyWords{"step", "cause", {"årsagen til ventetiden", "cause of the wait"}},
    KeyWords{"step", "fee", {"udgiften", "the fee"}},
    KeyWords{"step", "flag", {"markeringen imens", "flag meanwhile"}},
    KeyWords{"step", "patience", {"længste ventetid", "longest wait"}},
    KeyWords{"step", "gives_up", {"trin efter længste ventetid", "step after the longest wait"}},
    KeyWords{"step", "holds", {"pligter, der opfyldes", "duties held"}},
    KeyWords{"step", "start", {"sagsgang, der begynder", "procedure begun"}},
    KeyWords{"step", "again.step", {"trin, der gentages", "step taken again"}},
    KeyWords{"step", "again.times", {"antal gentagelser", "times again"}},
    KeyWords{"step", "become", {"ny status", "new status"}},
    KeyWords{"status", "benefit", {"ydelsen", "the benefit"}},
    KeyWords{"status", "on_enter", {"sagsgange ved indtræden", "procedures on entry"}},
    KeyWords{"status", "final", {"om den er endelig", "whether it is final"}},
    KeyWords{"exit", "to", {"hvortil", "where to"}},
    KeyWords{"exit", "after", {"tiden dertil", "time to it"}},
    KeyWords{"exit", "speed", {"tempoet ved", "speed under"}},
    KeyWords{"duty", "procedure", {"sagsgangen", "the procedure"}},
    KeyWords{"duty", "first", {"første gang efter", "first time after"}},
    KeyWords{"duty", "every", {"derefter hver", "then every"}},
    KeyWords{"duty", "counted", {"regnet fra", "counted from"}},
    KeyWords{"duty", "ahead", {"forberedelsen forinden", "preparation ahead"}},
    KeyWords{"duty", "times", {"antal gange", "number of times"}},
    KeyWords{"duty", "until", {"indtil", "until"}},
    KeyWords{"duty", "series", {"ny periode", "a new spell"}},
    KeyWords{"pool", "staff", {"bemandingen", "the staff"}},
    KeyWords{"pool", "usable", {"andelen af tiden til sager", "share of the time for cases"}},
    KeyWords{"pool", "cost", {"prisen", "the cost"}},
    KeyWords{"pool", "outside", {"om den er uden for kommunen", "whether it is outside the municipality"}},
    KeyWords{"meeting", "agenda", {"pladser på dagsordenen", "places on the agenda"}},
    KeyWords{"meeting", "every", {"tiden mellem møderne", "time between sessions"}},
    KeyWords{"meeting", "sessions", {"antal møder", "number of sessions"}},
    KeyWords{"meeting", "per_case", {"tiden pr. sag for", "time a case of"}},
    KeyWords{"meeting", "per_session", {"tiden pr. møde for", "time a session of"}},
    KeyWords{"meeting", "quorum.missing", {"hvor mange der må mangle", "how many may be missing"}},
    KeyWords{"meeting", "quorum.always", {"hvem der ikke må mangle", "who may not be missing"}},
    KeyWords{"calendar", "hours", {"åbningstiden", "opening hours"}},
    KeyWords{"calendar", "holidays", {"helligdagene", "holidays"}},
    KeyWords{"calendar", "extra", {"ekstra lukkedage", "extra closed days"}},
    KeyWords{"attribute", "values", {"fordelingen", "the shares"}},
    KeyWords{"arrival", "rate", {"tilgangen", "the rate"}},
    KeyWords{"arrival", "every", {"tiden mellem tilgange", "time between arrivals"}},
    KeyWords{"arrival", "batch", {"antal ad gangen", "number at a time"}},
    KeyWords{"stock", "count", {"antallet", "the number"}},
    KeyWords{"stock", "elapsed", {"tiden indtil nu", "time so far"}},
    KeyWords{"refund", "after", {"statens andel efter", "the state's share after"}},
    KeyWords{"refund", "within", {"perioden, ugerne tælles i", "span in which weeks count"}},
    KeyWords{"", "deadline", {"fristen", "the time limit"}},
    KeyWords{"", "order", {"rækkefølgen i køen", "order of the queue"}},
    KeyWords{"", "per", {"én for hver", "one for each"}},
    KeyWords{"", "calendar", {"kalenderen", "the calendar"}},
    KeyWords{"", "absence", {"fraværet", "the absence"}},
    KeyWords{"", "season", {"sæsonen", "the season"}},
    KeyWords{"", "status", {"status", "status"}},
    KeyWords{"", "when", {"betingelsen", "the condition"}},
    KeyWords{"", "set", {"hvad der sættes", "what is set"}},
    KeyWords{"", "label", {"betegnelsen", "the label"}},
    KeyWords{"", "law", {"hjemlen", "the legal basis"}},
    KeyWords{"", "source", {"kilden", "the source"}},
    KeyWords{"", "note", {"bemærkningen", "the note"}},
};

/// "step" of "procedure.jaf.step.plan", "refund" of "refund".
std::string_view thing_of(std::string_view path) {
  const std::size_t name = path.rfind('.');
  if (name == std::string_view::npos) return path;
  const std::string_view before = path.substr(0, name);
  return before.substr(before.rfind('.') + 1);
}

/// The first entry whose keys begin these.
const KeyWords* words_of_keys(std::string_view object, const std::vector<std::string>& keys) {
  for (const KeyWords& entry : kKeys) {
    if (!entry.thing.empty() && entry.thing != thing_of(object)) continue;
    const auto wanted = keys_below(entry.keys, "");
    if (wanted.size() <= keys.size() && std::equal(wanted.begin(), wanted.end(), keys.begin())) return &entry;
  }
  return nullptr;
}

}  // namespace

ThingWords words_of_thing(std::string_view path) {
  const auto found = std::ranges::find(kThings, thing_of(path), &ThingName::first);
  return found == kThings.end() ? ThingWords{} : found->second;
}

const std::string& in(const Named& name, Language language) {
  return language == Language::danish ? name.da : name.en;
}

std::string quoted(std::string_view text, Language language) {
  return language == Language::danish ? fmt::format("»{}«", text) : fmt::format("“{}”", text);
}

std::string thing_text(const Named& thing, Language language) {
  const std::string word(words_of_thing(thing.path).name.in(language));
  if (thing.path.find('.') == std::string::npos) return word.empty() ? thing.path : word;
  return (word.empty() ? std::string(thing_of(thing.path)) : word) + " " + quoted(in(thing, language), language);
}

std::vector<std::string> keys_below(std::string_view path, std::string_view above) {
  std::vector<std::string> keys;
  if (path.size() <= above.size()) return keys;
  std::string_view rest = above.empty() ? path : path.substr(above.size() + 1);
  while (true) {
    const std::size_t dot = rest.find('.');
    keys.emplace_back(rest.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    rest = rest.substr(dot + 1);
  }
}

std::string key_text(std::string_view object, const std::vector<std::string>& keys, Language language) {
  const KeyWords* found = words_of_keys(object, keys);
  if (!found) return fmt::format("{}", fmt::join(keys, "."));
  std::string text(found->words.in(language));
  for (std::size_t i = words_cover(object, keys); i < keys.size(); ++i) text += " " + quoted(keys[i], language);
  return text;
}

std::size_t words_cover(std::string_view object, const std::vector<std::string>& keys) {
  const KeyWords* found = words_of_keys(object, keys);
  return found ? keys_below(found->keys, "").size() : 1;
}

}  // namespace sagsflow
