#include "output/value_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "output/rule_words.h"

namespace sagsflow {
namespace {

/// "80 %" of "0.8", all its digits kept.
std::string share_text(const std::string& written, Language language) {
  if (written == "rest") return std::string(Phrase{"resten", "the rest"}.in(language));
  double share = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), share);
  if (read.ec != std::errc() || read.ptr != written.data() + written.size()) return written;
  std::string text = fmt::format("{:.10g}", 100 * share);
  if (language == Language::danish) std::ranges::replace(text, '.', ',');
  return text + (language == Language::danish ? "\u00a0%" : "%");
}

std::string plain_text(const WrittenValue& value, const std::string& written, Language language) {
  return value.kind == ValueKind::share ? share_text(written, language) : written;
}

}  // namespace

std::string value_text(const WrittenValue& value, Language language) {
  if (!value.names.path.empty()) return quoted(in(value.names, language), language);
  if (value.kind == ValueKind::share) return share_text(value.text, language);
  if (value.kind == ValueKind::boolean) {
    const Phrase word = value.text == "true" ? Phrase{"ja", "yes"} : Phrase{"nej", "no"};
    return std::string(word.in(language));
  }
  if (value.text == "end") return std::string(Phrase{"slut", "the end"}.in(language));
  return quoted(value.text, language);
}

std::string values_text(const std::vector<WrittenValue>& values, std::string_view above, Language language) {
  std::string text;
  for (const WrittenValue& value : values) {
    auto keys = keys_below(value.path, above);
    std::string part = value_text(value, language);
    if (!keys.empty() && keys.back() == "by") {
      part = fmt::format("{} {}", Phrase{"efter", "by"}.in(language), part);
      keys.pop_back();
    } else if (!keys.empty() && value.kind == ValueKind::share) {
      const std::string name = keys.back() == "end" ? std::string(Phrase{"slut", "the end"}.in(language)) : keys.back();
      part = quoted(value.target.path.empty() ? name : in(value.target, language), language) + " " + part;
      keys.pop_back();
    }
    const std::string certainty = certainty_text(value, language);
    if (!certainty.empty()) part += " (" + certainty + ")";
    if (!keys.empty()) part = fmt::format("{}: {}", fmt::join(keys, ", "), part);
    text += (text.empty() ? "" : "; ") + part;
  }
  return text;
}

std::string certainty_text(const WrittenValue& value, Language language) {
  std::string text;
  if (!value.low.empty() || !value.high.empty()) {
    const std::string low = value.low.empty() ? "…" : plain_text(value, value.low, language);
    const std::string high = value.high.empty() ? "…" : plain_text(value, value.high, language);
    text = low + "\u00a0–\u00a0" + high;
  }
  if (value.assumed) text += (text.empty() ? "" : ", ") + std::string(Phrase{"antaget", "assumed"}.in(language));
  return text;
}

std::vector<std::string> evidence_lines(const WrittenValue& value, Language language) {
  std::vector<std::string> lines;
  if (!value.source.empty()) {
    std::string line = fmt::format("{}: {}", Phrase{"Kilde", "Source"}.in(language), value.source);
    if (!value.source_title.empty()) line += ", " + value.source_title;
    if (!value.quote.empty()) line += ": " + quoted(value.quote, language);
    lines.push_back(line);
  } else if (!value.quote.empty()) {
    lines.push_back(quoted(value.quote, language));
  }
  if (!value.note.empty()) lines.push_back(fmt::format("{}: {}", Phrase{"Note", "Note"}.in(language), value.note));
  return lines;
}

}  // namespace sagsflow
