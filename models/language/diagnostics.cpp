#include "models/language/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace sagsflow {
namespace {

constexpr std::size_t kShownColumns = 160;
constexpr std::size_t kLongestText = 600;
constexpr std::size_t kMostMessages = 1000;

/// Finds lines of one text, each at or after the one asked for before.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::string_view at(std::uint32_t line) {
    for (; line_ < line; ++line_) {
      const std::size_t end = rest_.find('\n');
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    }
    std::string_view text = rest_.substr(0, rest_.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
  }

 private:
  std::string_view rest_;
  std::uint32_t line_ = 1;
};

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// Without what would steer a terminal: C0 and C1 control characters, but tabs and line ends, become U+FFFD.
std::string harmless(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c0 = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f;
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) ++i;
    if (c0 || c1) {
      shown += "\uFFFD";
    } else {
      shown += text[i];
    }
  }
  return shown;
}

/// At most `kLongestText` bytes, cut between characters.
std::string shortened(std::string text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && !begins_character(text[end])) --end;
  text.resize(end);
  return text + "…";
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
  ++told_;
  if (message.severity == Message::Severity::error) ++errors_told_;
  message.text = shortened(std::move(message.text));
  if (said_.contains({message.place, message.text})) return;
  if (!arm_.empty() && message.place.file < law_files_) message.text += fmt::format(" (in arm \"{}\")", arm_);
  if (said_.contains({message.place, message.text})) return;
  if (message.severity == Message::Severity::error) ++errors_;
  std::size_t& kept = message.severity == Message::Severity::error ? errors_kept_ : warnings_kept_;
  if (kept >= kMostMessages) {
    ++beyond_;
    return;
  }
  ++kept;
  said_.emplace(message.place, message.text);
  messages_.push_back(std::move(message));
}

std::vector<Message> Diagnostics::messages() const {
  std::vector<Message> sorted = messages_;
  std::ranges::stable_sort(sorted, {}, &Message::place);
  return sorted;
}

namespace {

std::string rendered(const Message& message, const FileRead* file, std::string_view line) {
  const std::string_view severity = message.severity == Message::Severity::error ? "error" : "warning";
  const std::string hint = message.suggestion.empty() ? "" : fmt::format("did you mean \"{}\"?", message.suggestion);
  if (file == nullptr) {
    return fmt::format("{}: {}{}{}\n", severity, message.text, hint.empty() ? "" : "; ", hint);
  }
  const Shown shown = shown_line(line, message.place.column);
  return fmt::format("{}:{}:{}: {}: {}\n{}\n{}^{}{}\n", file->path, message.place.line, message.place.column, severity,
                     message.text, shown.line, shown.blanks, hint.empty() ? "" : " ", hint);
}

}  // namespace

std::string Diagnostics::render(std::size_t limit) const {
  std::vector<Message> sorted = messages();
  const std::size_t all = sorted.size() + beyond_;
  if (all > limit && has_errors()) {
    std::erase_if(sorted, [](const Message& message) { return message.severity == Message::Severity::warning; });
  }
  sorted.resize(std::min(limit, sorted.size()));
  std::string text;
  Lines lines("");
  const FileRead* open = nullptr;
  for (const Message& message : sorted) {
    const Place place = message.place;
    const FileRead* file = place.line == 0 ? nullptr : &files_.at(place.file);
    if (file != nullptr && file != open) lines = Lines(file->text);
    if (file != nullptr) open = file;
    text += rendered(message, file, file == nullptr ? std::string_view() : lines.at(place.line));
  }
  if (all > sorted.size()) text += fmt::format("and {} more\n", all - sorted.size());
  return harmless(text);
}

}  // namespace sagsflow
