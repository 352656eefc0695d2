#include "output/map_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/rule_words.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostWays = 3;

struct Unit {
  std::string_view en, da;
};
constexpr Unit kUnits[]{{"working days", "arbejdsdage"},
                        {"working day", "arbejdsdag"},
                        {"days", "dage"},
                        {"day", "dag"},
                        {"weeks", "uger"},
                        {"week", "uge"},
                        {"months", "måneder"},
                        {"month", "måned"},
                        {"years", "år"},
                        {"year", "år"},
                        {"min", "min."},
                        {"h", "t."},
                        {"hour", "time"},
                        {"DKK", "kr."},
                        {"per", "pr."},
                        {"never", "aldrig"}};

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// The units in Danish, and the decimal comma.
std::string in_danish(const std::string& text) {
  std::string danish;
  for (std::size_t i = 0; i < text.size();) {
    const bool starts = is_letter(text[i]) && (i == 0 || !is_letter(text[i - 1]));
    const auto unit = std::ranges::find_if(kUnits, [&](const Unit& entry) {
      const std::size_t end = i + entry.en.size();
      return starts && text.compare(i, entry.en.size(), entry.en) == 0 && (end == text.size() || !is_letter(text[end]));
    });
    if (unit != std::ranges::end(kUnits)) {
      danish += unit->da;
      i += unit->en.size();
      continue;
    }
    const bool decimal =
        text[i] == '.' && i > 0 && is_digit(text[i - 1]) && i + 1 < text.size() && is_digit(text[i + 1]);
    danish += decimal ? ',' : text[i];
    ++i;
  }
  return danish;
}

bool begins(const std::string& text, std::string_view word) {
  return text.starts_with(word) && text.size() > word.size() && text[word.size()] == ' ';
}

std::string share_words(double share, Language language) {
  std::string text = fmt::format("{:.3g}", 100 * share);
  if (language == Language::danish) std::ranges::replace(text, '.', ',');
  return text + (language == Language::danish ? " %" : "%");
}

/// "foerste" of "jaf_nr = foerste": the edge has little room.
std::string case_words(const std::string& when, Language language) {
  std::string words;
  for (std::size_t i = 0; i < when.size();) {
    const std::size_t comma = std::min(when.find(", ", i), when.size());
    const std::string clause = when.substr(i, comma - i);
    const std::size_t equals = clause.find(" = ");
    std::string value = equals == std::string::npos ? clause : clause.substr(equals + 3);
    if (value == "true") value = clause.substr(0, equals);
    if (value == "false") value = fmt::format("{} {}", Phrase{"ikke", "not"}.in(language), clause.substr(0, equals));
    if (value == "else") value = Phrase{"ellers", "else"}.in(language);
    words += (words.empty() ? "" : ", ") + value;
    i = comma + 2;
  }
  std::ranges::replace(words, '_', ' ');
  return words;
}

}  // namespace

std::string time_words(const std::string& written, Language language) {
  const bool danish = language == Language::danish;
  std::string text = written;
  bool mean = false;
  for (const std::string_view shape : {"exponential", "lognormal", "gamma", "weibull", "erlang"}) {
    if (!begins(text, shape)) continue;
    text = text.substr(shape.size() + 1);
    text = text.substr(0, text.find(", "));
    mean = true;
  }
  for (const std::string_view shape : {"uniform", "triangular"}) {
    if (!begins(text, shape)) continue;
    const std::size_t open = text.find('('), close = text.find(')');
    if (open == std::string::npos || close == std::string::npos) continue;
    const std::string inside = text.substr(open + 1, close - open - 1);
    text = inside.substr(0, inside.find(", ")) + "–" + inside.substr(inside.rfind(", ") + 2);
  }
  if (begins(text, "accumulated")) {
    text = std::string(danish ? "i alt " : "in all ") + text.substr(12, text.find(", ") - 12);
  }
  if (begins(text, "mixture") || begins(text, "empirical")) return danish ? "varierer" : "varies";
  if (danish) text = in_danish(text);
  return mean ? text + (danish ? " i snit" : " on average") : text;
}

std::string ways_words(const MapEdge& edge, Language language) {
  if (edge.ways.empty() || (edge.ways.size() == 1 && edge.ways[0].when.empty() && edge.ways[0].share >= 1)) return {};
  if (edge.ways.size() > kMostWays) {
    const auto [least, most] = std::ranges::minmax(edge.ways, {}, &MapWay::share);
    if (least.share == most.share) return share_words(least.share, language);
    return share_words(least.share, language) + "–" + share_words(most.share, language);
  }
  std::string words;
  for (const MapWay& way : edge.ways) {
    std::string line = way.share >= 1 && !way.when.empty() ? "" : share_words(way.share, language);
    if (!way.when.empty()) line = case_words(way.when, language) + (line.empty() ? "" : ": " + line);
    words += (words.empty() ? "" : "\n") + line;
  }
  return words;
}

std::string map_title(const ProcessMap& map, Language language) {
  const std::string& arm = in(map.arm, language);
  if (!map.compares()) return fmt::format("{} – {}", in(map.title, language), arm);
  const Phrase against{"{} – {} mod {}", "{} – {} against {}"};
  return fmt::format(fmt::runtime(against.in(language)), in(map.title, language), arm, in(map.law, language));
}

}  // namespace sagsflow
