#pragma once

#include <optional>
#include <string_view>

namespace sagsflow {

/// What people read: Danish unless they ask for English.
enum class Language { danish, english };

/// "da" or "en".
constexpr std::optional<Language> language_named(std::string_view code) {
  if (code == "da") return Language::danish;
  if (code == "en") return Language::english;
  return std::nullopt;
}

/// Words in both languages.
struct Phrase {
  std::string_view da, en;
  constexpr std::string_view in(Language language) const { return language == Language::danish ? da : en; }
};

}  // namespace sagsflow
