#include "output/rules_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "output/rule_words.h"
#include "output/text_table.h"
#include "output/text_width.h"
#include "output/value_words.h"

namespace sagsflow {
namespace {

constexpr std::size_t kMostInFull = 40;
constexpr std::size_t kWidestKey = 30;
constexpr std::size_t kWidestCell = 44;

std::string unit_text(ValueKind kind, Language language) {
  static constexpr Phrase kUnits[] = {
      {"antal", "number"},       {"andel", "share"}, {"varighed", "duration"},
      {"antal pr. tid", "rate"}, {"beløb", "money"}, {"beløb pr. tid", "money over time"},
      {"ja/nej", "yes/no"},      {"dato", "date"},   {"betegnelse", "label"},
      {"tekst", "text"},         {"navn", "name"},   {"liste", "list"}};
  return std::string(kUnits[static_cast<std::size_t>(kind)].in(language));
}

const Named* thing_at(const RulesAccount& account, const std::string& path) {
  const auto thing = std::ranges::find(account.things, path, &Named::path);
  return thing == account.things.end() ? nullptr : &*thing;
}

/// "Trin »Visitation« i sagsgang »JAF-visitation«"
std::string heading_of(const RulesAccount& account, const std::string& path, Language language) {
  const Named* thing = thing_at(account, path);
  if (!thing) return path;
  std::string text = thing_text(*thing, language);
  const auto parts = keys_below(path, "");
  const Named* outer = parts.size() > 2 ? thing_at(account, parts[0] + "." + parts[1]) : nullptr;
  if (outer) text += fmt::format(" {} {}", Phrase{"i", "of"}.in(language), thing_text(*outer, language));
  return text;
}

std::string key_of(const WrittenValue& value) {
  return value.path.size() > value.object.size() ? value.path.substr(value.object.size() + 1) : value.path;
}

/// As written, with the label of what it names.
std::string written_text(const WrittenValue& value, Language language) {
  if (value.names.path.empty()) return value.text;
  return fmt::format("{} ({})", value.text, in(value.names, language));
}

std::string place_text(const WrittenValue& value) {
  return value.file.empty() ? std::string() : fmt::format("{}:{}", value.file, value.line);
}

class RulesWriter {
 public:
  RulesWriter(const RulesAccount& account, Language language, std::size_t width)
      : account_(account), language_(language), width_(width) {}

  std::string in_full() {
    std::string object;
    for (const ValueAccount& shown : account_.values) {
      if (shown.value.object != object || text_.empty()) write_heading(shown.value.object);
      object = shown.value.object;
      write_value(shown);
    }
    return std::move(text_);
  }

  std::string as_table() {
    TextTable table({{words("Nøgle", "Key")},
                     {words("Værdi", "Value")},
                     {words("Spænd", "Range")},
                     {words("Kilde", "Source")},
                     {words("Hvor", "Where")}});
    std::string object = "\n";
    for (const ValueAccount& shown : account_.values) {
      const WrittenValue& value = shown.value;
      if (value.object != object) table.heading(value.object);
      object = value.object;
      const std::string range = value.low.empty() && value.high.empty() ? "" : value.low + "–" + value.high;
      const std::string source = value.assumed ? words("antaget", "assumed") : value.source;
      const std::string mark = shown.elsewhere.empty() ? "" : " *";
      table.row({key_of(value), cut_to(value.text, kWidestCell) + mark, range, source, place_text(value)});
    }
    std::string text = table.text(width_);
    const bool differs =
        std::ranges::any_of(account_.values, [](const auto& shown) { return !shown.elsewhere.empty(); });
    if (differs) text += words("* anderledes i en anden arm\n", "* different in another arm\n");
    return text;
  }

 private:
  std::string words(std::string_view da, std::string_view en) const {
    return std::string(language_ == Language::danish ? da : en);
  }

  void write_heading(const std::string& object) {
    if (!text_.empty()) text_ += '\n';
    std::string heading = heading_of(account_, object, language_);
    if (!heading.empty()) heading[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(heading[0])));
    text_ += heading + '\n' + object + '\n';
    widest_ = 0;
    for (const ValueAccount& shown : account_.values) {
      if (shown.value.object == object) widest_ = std::max(widest_, columns_of(key_of(shown.value)));
    }
    widest_ = std::min(widest_, kWidestKey);
  }

  void write_value(const ValueAccount& shown) {
    const WrittenValue& value = shown.value;
    const std::string key = key_of(value);
    const std::size_t columns = columns_of(key);
    std::string unit = unit_text(value.kind, language_);
    if (!value.target.path.empty()) unit += fmt::format(" {} {}", words("til", "to"), in(value.target, language_));
    text_ += "\n  " + key +
             (columns > widest_ ? "\n" + std::string(widest_ + 4, ' ') : std::string(widest_ - columns + 2, ' '));
    const std::string text = fmt::format("{}  [{}]", written_text(value, language_), unit);
    bool first = true;
    for (const std::string& line : wrapped(text, room())) {
      text_ += (first ? "" : std::string(widest_ + 4, ' ')) + line + '\n';
      first = false;
    }
    const std::string certainty = certainty_of(value);
    if (!certainty.empty()) detail(certainty);
    for (const std::string& evidence : evidence_lines(value, language_)) detail(evidence);
    detail(place_text(value) +
           (value.trial.empty() ? "" : fmt::format(" ({} {})", words("forsøg", "trial"), value.trial)));
    write_elsewhere(shown);
  }

  /// "antaget; mellem 30 min og 90 min"
  std::string certainty_of(const WrittenValue& value) const {
    std::string text = value.assumed ? words("Antaget", "Assumed") : "";
    if (value.low.empty() && value.high.empty()) return text;
    const std::string low = value.low.empty() ? "…" : value.low;
    const std::string high = value.high.empty() ? "…" : value.high;
    if (!text.empty()) text += "; ";
    return text + fmt::format(fmt::runtime(words("mellem {} og {}", "between {} and {}")), low, high);
  }

  /// "I armene forsoeg, begge: »Fritaget« 80 % [trials/…:13, forsøg …]", arms with the same together.
  void write_elsewhere(const ValueAccount& shown) {
    std::vector<std::pair<std::string, std::vector<std::string>>> said;
    for (const ValueElsewhere& elsewhere : shown.elsewhere) {
      const std::string what = instead_text(shown.value, elsewhere);
      auto known = std::ranges::find(said, what, [](const auto& entry) { return entry.first; });
      if (known == said.end()) known = said.insert(said.end(), {what, {}});
      known->second.push_back(circumstances_of(elsewhere));
    }
    for (const auto& [what, arms] : said) {
      const std::string lead = arms.size() == 1 ? words("I armen", "In arm") : words("I armene", "In arms");
      detail(fmt::format("{} {}: {}", lead, fmt::join(arms, ", "), what));
    }
  }

  static std::string circumstances_of(const ValueElsewhere& elsewhere) {
    std::string text = elsewhere.arm.path;
    if (!elsewhere.from.empty()) text += " " + elsewhere.from;
    for (const auto& [trait, values] : elsewhere.conditions)
      text += fmt::format(" {}={}", trait, fmt::join(values, "|"));
    return text;
  }

  std::string instead_text(const WrittenValue& value, const ValueElsewhere& elsewhere) const {
    if (elsewhere.values.empty()) return words("findes ikke", "not there");
    const WrittenValue& first = elsewhere.values.front();
    const bool wider = first.path.size() < value.path.size();
    const std::string by = first.trial.empty() ? "" : fmt::format(", {} {}", words("forsøg", "trial"), first.trial);
    return fmt::format("{} [{}{}]", values_text(elsewhere.values, wider ? first.path : value.path, language_),
                       place_text(first), by);
  }

  std::size_t room() const { return std::max<std::size_t>(30, width_ > widest_ + 4 ? width_ - widest_ - 4 : 0); }

  void detail(const std::string& text) {
    for (const std::string& line : wrapped(text, room())) text_ += std::string(widest_ + 4, ' ') + line + '\n';
  }

  const RulesAccount& account_;
  Language language_;
  std::size_t width_;
  std::size_t widest_ = 0;  ///< columns of the keys under the heading
  std::string text_;
};

struct Tally {
  int values = 0, sourced = 0, assumed = 0, elsewhere = 0;
};

}  // namespace

std::string rules_text(const RulesAccount& account, Language language, std::size_t width) {
  RulesWriter writer(account, language, width);
  return account.values.size() > kMostInFull ? writer.as_table() : writer.in_full();
}

std::string overview_text(const RulesAccount& account, Language language, std::size_t width) {
  std::map<std::string, Tally> tallies;
  for (const ValueAccount& shown : account.values) {
    const auto parts = keys_below(shown.value.object, "");
    Tally& tally = tallies[parts.size() > 1 ? parts[0] + "." + parts[1] : parts[0]];
    ++tally.values;
    tally.sourced += shown.value.source.empty() ? 0 : 1;
    tally.assumed += shown.value.assumed ? 1 : 0;
    tally.elsewhere += shown.elsewhere.empty() ? 0 : 1;
  }
  const bool danish = language == Language::danish;
  TextTable table({{danish ? "Betegnelse" : "Label"},
                   {danish ? "Navn" : "Name"},
                   {danish ? "Værdier" : "Values", Align::right},
                   {danish ? "med kilde" : "with source", Align::right},
                   {danish ? "antaget" : "assumed", Align::right},
                   {danish ? "ændret" : "changed", Align::right}});
  std::string collection;
  const auto number = [](int count) { return count == 0 ? std::string("–") : std::to_string(count); };
  for (const auto& [path, tally] : tallies) {
    const std::string of = path.substr(0, path.find('.'));
    if (of == "source" || of == "target" || of == path) continue;
    if (of != collection) table.heading(of);
    collection = of;
    const Named* thing = thing_at(account, path);
    table.row({thing ? in(*thing, language) : "", path.substr(of.size() + 1), number(tally.values),
               number(tally.sourced), number(tally.assumed), number(tally.elsewhere)});
  }
  return in(account.title, language) + "\n\n" + table.text(width);
}

std::string assumed_text(const RulesAccount& account, Language language, std::size_t width) {
  const bool danish = language == Language::danish;
  TextTable table({{danish ? "Antaget" : "Assumed"},
                   {danish ? "Værdi" : "Value"},
                   {danish ? "Mindst" : "Low"},
                   {danish ? "Højst" : "High"},
                   {danish ? "Hvor" : "Where"}});
  std::string object;
  std::size_t count = 0;
  for (const ValueAccount& shown : account.values) {
    const WrittenValue& value = shown.value;
    if (!value.assumed) continue;
    ++count;
    if (value.object != object) table.heading(heading_of(account, value.object, language));
    object = value.object;
    table.row({key_of(value), cut_to(value.text, kWidestCell), value.low, value.high, place_text(value)});
    if (!value.note.empty()) table.note("    " + value.note);
  }
  if (count == 0) return danish ? "Intet er antaget.\n" : "Nothing is assumed.\n";
  return table.text(width) + fmt::format("\n{} {}\n", count, danish ? "værdier er antaget." : "values are assumed.");
}

}  // namespace sagsflow
