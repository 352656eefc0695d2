#include "models/language/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace sagsflow {
namespace {

constexpr std::size_t kShownColumns = 160;

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (std::uint32_t skipped = 1; skipped < line; ++skipped) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// The line cut to the columns around `column` (from 1), and the blanks that put a caret below that column.
struct Shown {
  std::string line;
  std::string blanks;
};

Shown shown_line(std::string_view line, std::uint32_t column) {
  const std::size_t first = column > kShownColumns ? column - kShownColumns / 2 : 1;
  Shown shown;
  if (first > 1) shown.line = shown.blanks = "…";
  if (first > 1) shown.blanks = " ";
  std::size_t at = 0;
  for (const char byte : line) {
    if (begins_character(byte)) ++at;
    if (at < first) continue;
    if (at >= first + kShownColumns) {
      shown.line += "…";
      break;
    }
    shown.line += byte;
    if (at < column && begins_character(byte)) shown.blanks += byte == '\t' ? '\t' : ' ';
  }
  return shown;
}

}  // namespace

std::uint32_t Diagnostics::add_file(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void Diagnostics::error(Place place, std::string text, std::string suggestion) {
  add({Message::Severity::error, place, std::move(text), std::move(suggestion)});
}

void Diagnostics::warning(Place place, std::string text, std::string suggestion) {
  add({Message::Severity::warning, place, std::move(text), std::move(suggestion)});
}

void Diagnostics::enter_arm(std::string arm, std::size_t law_files) {
  arm_ = std::move(arm);
  law_files_ = law_files;
}

void Diagnostics::add(Message message) {
  if (said_.contains({message.place, message.text})) return;
  if (!arm_.empty() && message.place.file < law_files_) message.text += fmt::format(" (in arm \"{}\")", arm_);
  if (!said_.emplace(message.place, message.text).second) return;
  if (message.severity == Message::Severity::error) ++errors_;
  messages_.push_back(std::move(message));
}

std::vector<Message> Diagnostics::messages() const {
  std::vector<Message> sorted = messages_;
  std::ranges::stable_sort(sorted, {}, &Message::place);
  return sorted;
}

std::string Diagnostics::render_one(const Message& message) const {
  const std::string_view severity = message.severity == Message::Severity::error ? "error" : "warning";
  const std::string hint = message.suggestion.empty() ? "" : fmt::format("did you mean \"{}\"?", message.suggestion);
  if (message.place.line == 0) {
    return fmt::format("{}: {}{}{}\n", severity, message.text, hint.empty() ? "" : "; ", hint);
  }
  const FileRead& file = files_.at(message.place.file);
  const Shown shown = shown_line(line_of(file.text, message.place.line), message.place.column);
  return fmt::format("{}:{}:{}: {}: {}\n{}\n{}^{}{}\n", file.path, message.place.line, message.place.column, severity,
                     message.text, shown.line, shown.blanks, hint.empty() ? "" : " ", hint);
}

std::string Diagnostics::render(std::size_t limit) const {
  const std::vector<Message> sorted = messages();
  std::string text;
  for (std::size_t i = 0; i < std::min(limit, sorted.size()); ++i) text += render_one(sorted[i]);
  if (sorted.size() > limit) text += fmt::format("and {} more\n", sorted.size() - limit);
  return text;
}

}  // namespace sagsflow
